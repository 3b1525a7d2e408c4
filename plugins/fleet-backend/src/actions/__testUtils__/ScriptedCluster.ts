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

import { once } from 'node:events';
import {
  createServer,
  IncomingMessage,
  Server,
  ServerResponse,
} from 'node:http';
import { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

const NAMESPACE = '/apis/apps/v1/namespaces/shop';
const AUTOSCALERS =
  '/apis/autoscaling/v2/namespaces/shop/horizontalpodautoscalers';

/** One workload of the namespace `shop`, by its path below the namespace. */
export interface ScriptedWorkload {
  uid: string;
  version: number;
  replicas: number;
  owner?: { kind: string; name: string };
}

/** A request as it came in. */
export interface SeenRequest {
  method: string;
  url: string;
  type?: string;
  body?: unknown;
}

/** An API server with a few workloads, whose answers have the shapes that a Kubernetes 1.36 API server was recorded to give. */
export class ScriptedCluster {
  readonly workloads = new Map<string, ScriptedWorkload>([
    ['deployments/web', { uid: 'uid-web', version: 634, replicas: 3 }],
  ]);
  autoscalers: unknown[] | 'forbidden' = [];
  warnings: string[] = [];
  /** Runs before a write is looked at. */
  beforeWrite: () => void | Promise<void> = () => {};
  /** What happens to a write that was done. */
  answerToWrite: 'send' | 'drop' | 'hang' | 504 = 'send';
  readonly requests: SeenRequest[] = [];
  readonly #server: Server;

  constructor() {
    this.#server = createServer((request, response) =>
      this.#handle(request, response),
    );
  }

  async start(): Promise<string> {
    this.#server.listen(0, '127.0.0.1');
    await once(this.#server, 'listening');
    const { port } = this.#server.address() as AddressInfo;
    return `http://127.0.0.1:${port}`;
  }

  async stop(): Promise<void> {
    if (this.#server.listening) {
      this.#server.closeAllConnections();
      this.#server.close();
      await once(this.#server, 'close');
    }
  }

  get writes(): SeenRequest[] {
    return this.requests.filter(({ method }) => method !== 'GET');
  }

  async #handle(request: IncomingMessage, response: ServerResponse) {
    const { method = '', url = '' } = request;
    const body = await text(request);
    this.requests.push({
      method,
      url,
      ...(body && {
        type: request.headers['content-type'],
        body: JSON.parse(body),
      }),
    });
    const { pathname, searchParams } = new URL(url, 'http://cluster');
    if (pathname === AUTOSCALERS) {
      this.#answerAutoscalers(response);
      return;
    }
    const [, key, scale] =
      /^([a-z]+\/[^/]+)(\/scale)?$/.exec(
        pathname.replace(`${NAMESPACE}/`, ''),
      ) ?? [];
    if (method === 'PATCH') {
      await this.beforeWrite();
    }
    const workload = this.workloads.get(key ?? '');
    if (!workload) {
      const name = pathname.split('/')[7];
      refuse(response, 404, `deployments.apps "${name}" not found`, 'NotFound');
    } else if (method === 'GET') {
      send(response, 200, scale ? scaleOf(key, workload) : objectOf(workload));
    } else {
      this.#patch(response, key, workload, JSON.parse(body), {
        dryRun: searchParams.get('dryRun') === 'All',
      });
    }
  }

  #patch(
    response: ServerResponse,
    key: string,
    workload: ScriptedWorkload,
    operations: { op: string; path: string; value: unknown }[],
    { dryRun }: { dryRun: boolean },
  ) {
    const tests: Record<string, string> = {
      '/metadata/uid': workload.uid,
      '/metadata/resourceVersion': String(workload.version),
    };
    const next = { ...workload };
    for (const { op, path, value } of operations) {
      if (op === 'test' && tests[path] !== value) {
        refuse(
          response,
          422,
          'the server rejected our request due to an error in our request',
          'Invalid',
        );
        return;
      }
      if (path === '/spec/replicas') {
        next.replicas = value as number;
      }
    }
    if (!dryRun) {
      next.version += 1;
      this.workloads.set(key, next);
    }
    if (this.answerToWrite === 'drop') {
      response.destroy();
    } else if (this.answerToWrite === 'hang') {
      // The caller has to give up by itself.
    } else if (this.answerToWrite === 504) {
      refuse(
        response,
        504,
        'request did not complete within the allotted timeout',
        'Timeout',
      );
    } else {
      this.warnings.forEach(warning =>
        response.appendHeader('warning', `299 - "${warning}"`),
      );
      send(response, 200, scaleOf(key, next));
    }
  }

  #answerAutoscalers(response: ServerResponse) {
    if (this.autoscalers === 'forbidden') {
      refuse(
        response,
        403,
        'horizontalpodautoscalers.autoscaling is forbidden',
        'Forbidden',
      );
    } else {
      send(response, 200, {
        kind: 'HorizontalPodAutoscalerList',
        apiVersion: 'autoscaling/v2',
        metadata: { resourceVersion: '1056' },
        items: this.autoscalers,
      });
    }
  }
}

function scaleOf(key: string, { uid, version, replicas }: ScriptedWorkload) {
  return {
    kind: 'Scale',
    apiVersion: 'autoscaling/v1',
    metadata: {
      name: key.split('/')[1],
      namespace: 'shop',
      uid,
      resourceVersion: String(version),
    },
    // The real one leaves a 0 out.
    spec: replicas === 0 ? {} : { replicas },
    status: { replicas },
  };
}

function objectOf({ uid, version, replicas, owner }: ScriptedWorkload) {
  return {
    apiVersion: 'apps/v1',
    metadata: {
      uid,
      resourceVersion: String(version),
      ...(owner && {
        ownerReferences: [{ ...owner, controller: true, uid: 'uid-owner' }],
      }),
    },
    spec: { replicas },
  };
}

function refuse(
  response: ServerResponse,
  code: number,
  message: string,
  reason: string,
) {
  send(response, code, {
    kind: 'Status',
    apiVersion: 'v1',
    metadata: {},
    status: 'Failure',
    message,
    reason,
    details: {},
    code,
  });
}

function send(response: ServerResponse, code: number, body: unknown) {
  response.writeHead(code, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
}
