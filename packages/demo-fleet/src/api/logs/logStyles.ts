/*
 * Copyright 2026 The Quarterdeck Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

import type { SeededRandom } from '../../world/SeededRandom';
import { clfTime, iso, klogTime, pgTime, vllmTime } from './logTimes';

/** What a line may tell of. */
export interface LineContext {
  random: SeededRandom;
  /** Milliseconds since 1970. */
  time: number;
  /** Milliseconds since the container started. */
  uptime: number;
  service: string;
  port: number | undefined;
}

type Line = (context: LineContext) => string;

/** How a kind of program writes. */
export interface LogStyle {
  /** About how long from one line to the next. */
  everyMs: number;
  start: Line[];
  line: Line;
  /** Written last, before the container dies of an error. */
  crash: Line[];
}

function json(
  { time, service }: LineContext,
  level: string,
  msg: string,
  more: object = {},
): string {
  return JSON.stringify({ time: iso(time), level, service, msg, ...more });
}

const CRASH: Line[] = [
  context =>
    json(context, 'warn', 'connection failed, retrying', {
      target: `${context.service}-db.internal:5432`,
      attempt: 3,
    }),
  context =>
    json(context, 'error', 'cannot open database', {
      error: `dial tcp 10.96.${context.random.integer(1, 200)}.${context.random.integer(2, 250)}:5432: connect: connection refused`,
    }),
  ({ service }) => `panic: ${service}: no database after 3 attempts`,
  () => '',
  () => 'goroutine 1 [running]:',
  () => 'main.mustOpen(0xc0001a2000)',
  () => '\t/src/cmd/server/main.go:87 +0x1b4',
  () => 'main.main()',
  () => '\t/src/cmd/server/main.go:41 +0x9d',
];

const PATHS = ['items', 'cart', 'orders', 'prices', 'sessions', 'search'];

function request(random: SeededRandom) {
  const slow = random.chance(0.03);
  return {
    method: random.pick(['GET', 'GET', 'GET', 'GET', 'POST', 'PUT']),
    path: `/api/${random.pick(PATHS)}/${random.integer(100, 99_999)}`,
    status: random.pick([200, 200, 200, 200, 200, 201, 204, 304, 404, 500]),
    ms: slow ? random.integer(700, 2_400) : random.integer(2, 90),
  };
}

const web: LogStyle = {
  everyMs: 1_700,
  start: [
    context =>
      json(context, 'info', 'configuration read', {
        file: '/etc/app/config.yaml',
      }),
    context =>
      json(context, 'info', 'listening', { port: context.port ?? 8080 }),
  ],
  line: context => {
    const { status, ms, ...asked } = request(context.random);
    const trace = context.random.hex(32);
    if (status >= 500) {
      return json(context, 'error', 'request failed', {
        ...asked,
        status,
        ms,
        trace,
        error: 'upstream: context deadline exceeded',
      });
    }
    return json(
      context,
      ms > 600 ? 'warn' : 'info',
      ms > 600 ? 'slow request' : 'request',
      { ...asked, status, ms, trace },
    );
  },
  crash: CRASH,
};

const worker: LogStyle = {
  everyMs: 4_000,
  start: [
    context => json(context, 'info', 'worker started', { concurrency: 8 }),
  ],
  line: context =>
    context.random.chance(0.04)
      ? json(context, 'warn', 'message put back', {
          reason: 'timeout',
          attempt: 2,
        })
      : json(context, 'info', 'batch processed', {
          messages: context.random.integer(1, 500),
          ms: context.random.integer(40, 1_900),
        }),
  crash: CRASH,
};

const ingress: LogStyle = {
  everyMs: 400,
  start: [() => 'Starting controller', () => 'Backend successfully reloaded'],
  line: ({ random, time }) => {
    const { method, path, status, ms } = request(random);
    const client = `203.0.113.${random.integer(1, 254)}`;
    return `${client} - - [${clfTime(time)}] "${method} ${path} HTTP/2.0" ${status} ${random.integer(120, 48_000)} "-" "Mozilla/5.0" ${random.integer(200, 900)} ${(ms / 1_000).toFixed(3)} [${random.pick(['storefront-web-80', 'catalog-product-api-80', 'checkout-cart-api-80'])}] 10.244.${random.integer(0, 30)}.${random.integer(2, 250)}:8080 ${status} ${random.hex(32)}`;
  },
  crash: [
    () => 'F nginx: [emerg] bind() to 0.0.0.0:443 failed (98: Address in use)',
  ],
};

const proxy: LogStyle = {
  everyMs: 25_000,
  start: [
    () => '[     0.004s]  INFO ThreadId(01) linkerd2_proxy: release 2.314.0',
  ],
  line: ({ uptime, random }) =>
    `[${(uptime / 1_000).toFixed(3).padStart(10)}s]  ${
      random.chance(0.1) ? 'WARN' : 'INFO'
    } ThreadId(01) outbound:proxy{addr=10.96.${random.integer(1, 200)}.${random.integer(1, 250)}:80}: linkerd_app_core::serve: Connection closed`,
  crash: [],
};

const postgres: LogStyle = {
  everyMs: 20_000,
  start: [
    ({ time }) => `${pgTime(time)} UTC [1] LOG:  starting PostgreSQL 18.1`,
    ({ time }) =>
      `${pgTime(time)} UTC [1] LOG:  database system is ready to accept connections`,
  ],
  line: ({ random, time }) => {
    const at = `${pgTime(time)} UTC [${random.integer(40, 900)}]`;
    if (random.chance(0.3)) {
      return `${at} LOG:  duration: ${random.integer(500, 4_000)}.${random.integer(100, 999)} ms  statement: SELECT * FROM orders WHERE customer_id = $1`;
    }
    return `${at} LOG:  checkpoint complete: wrote ${random.integer(20, 4_000)} buffers (${random.integer(0, 9)}.${random.integer(0, 9)}%); 0 WAL file(s) added, 0 removed, 1 recycled`;
  },
  crash: [
    ({ time }) =>
      `${pgTime(time)} UTC [1] FATAL:  could not write lock file "postmaster.pid": No space left on device`,
  ],
};

const store: LogStyle = {
  everyMs: 15_000,
  start: [({ service, time }) => `[${iso(time)}][INFO ] [${service}] started`],
  line: ({ random, service, time }) =>
    `[${iso(time)}][${random.chance(0.05) ? 'WARN ' : 'INFO '}] [${service}] ${random.pick(
      [
        'compaction of segment finished',
        'snapshot written',
        'replica caught up',
        'log segment rolled',
      ],
    )} took=${random.integer(5, 900)}ms`,
  crash: [
    ({ service, time }) =>
      `[${iso(time)}][ERROR] [${service}] fatal error, exiting: java.io.IOException: No space left on device`,
  ],
};

const controller: LogStyle = {
  everyMs: 9_000,
  start: [
    ({ time }) =>
      `${klogTime('I', time)}       1 main.go:112] "Starting controller" version="v1.19.2"`,
  ],
  line: ({ random, time }) =>
    random.chance(0.06)
      ? `${klogTime('E', time)}       1 reflector.go:205] "Failed to watch" err="context deadline exceeded" reflector="informers/factory.go:160" type="*v1.Secret"`
      : `${klogTime('I', time)}       1 controller.go:${random.integer(100, 400)}] "Reconciled" object="${random.pick(PATHS)}/${random.letters(5)}" duration="${random.integer(2, 240)}ms"`,
  crash: [
    ({ time }) =>
      `${klogTime('F', time)}       1 main.go:140] "Leader election lost"`,
  ],
};

const inference: LogStyle = {
  everyMs: 10_000,
  start: [
    ({ time }) =>
      `INFO ${vllmTime(time)} [api_server.py:1977] vLLM API server version 0.13.0`,
    ({ time }) =>
      `INFO ${vllmTime(time)} [gpu_model_runner.py:3421] Model loading took 65.7 GiB and 41.2 seconds`,
  ],
  line: ({ random, time }) =>
    `INFO ${vllmTime(time)} [loggers.py:248] Engine 000: Avg prompt throughput: ${random.integer(200, 4_000)}.${random.integer(0, 9)} tokens/s, Avg generation throughput: ${random.integer(80, 900)}.${random.integer(0, 9)} tokens/s, Running: ${random.integer(0, 40)} reqs, Waiting: ${random.integer(0, 6)} reqs, GPU KV cache usage: ${random.integer(1, 97)}.${random.integer(0, 9)}%, Prefix cache hit rate: ${random.integer(20, 80)}.${random.integer(0, 9)}%`,
  crash: [
    () =>
      'torch.OutOfMemoryError: CUDA out of memory. Tried to allocate 2.50 GiB.',
  ],
};

const STYLES: Array<[image: RegExp, style: LogStyle]> = [
  [/linkerd|envoy|istio/, proxy],
  [/ingress|nginx|traefik|haproxy/, ingress],
  [/postgres|mysql|mariadb/, postgres],
  [/vllm|text-embeddings|triton/, inference],
  [/valkey|redis|kafka|opensearch|clickhouse|etcd/, store],
  [
    /^(registry\.k8s\.io|quay\.io|rancher|nvcr\.io\/nvidia\/(gpu-operator|k8s)|cr\.fluentbit|otel)/,
    controller,
  ],
];

export function styleOf(container: any): LogStyle {
  const found = STYLES.find(([image]) => image.test(container.image));
  if (found) return found[1];
  return container.ports?.length ? web : worker;
}
