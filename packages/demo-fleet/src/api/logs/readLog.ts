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

import type { ResourceType } from '../../store/ResourceType';
import type { ApiContext } from '../ApiContext';
import type { ApiRequest, Reply, ResponseSink } from '../ApiExchange';
import { requireObject } from '../read/objectReply';
import { chooseContainer, findRun, LoggedRun } from './findRun';
import { LogOptions, logOptions } from './logOptions';
import { LogLine, SimulatedLog } from './SimulatedLog';

const CONTENT_TYPE = 'text/plain';
const FOLLOW_EVERY_MS = 250;
/** A reader that lags this far behind gets nothing more until it caught up. */
const MOST_BACKLOG = 512 * 1024;
/** More than this many lines at once only come when time is sped up. */
const MOST_AT_ONCE = 500;

/** The log of a container, up to now or for as long as it runs. */
export async function readLog(
  context: ApiContext,
  type: ResourceType,
  request: ApiRequest,
): Promise<Reply> {
  const pod = requireObject(context, type, request);
  const now = context.store.now().getTime();
  const options = logOptions(request.query, pod.metadata.name, now);
  const container = chooseContainer(pod, options.container);
  // What is on no node has no log, not even an empty one to complain about.
  if (!pod.spec.nodeName) return text([]);
  const run = findRun(pod, container, options.previous);
  const log = new SimulatedLog(run);
  const lines = log.lines(options.since ?? 0, now, options.tailLines);
  if (!options.follow || run.end) return text(limited(lines, options));
  return {
    status: 200,
    contentType: CONTENT_TYPE,
    body: {
      stream: sink => follow({ context, type, run, options, sink, now, lines }),
    },
  };
}

interface Following {
  context: ApiContext;
  type: ResourceType;
  run: LoggedRun;
  options: LogOptions;
  sink: ResponseSink;
  now: number;
  lines: LogLine[];
}

function follow({
  context,
  type,
  run,
  options,
  sink,
  now,
  lines,
}: Following): void {
  const { store } = context;
  let left = options.limitBytes ?? Infinity;
  let told = now;
  const send = (more: LogLine[]) => {
    for (const each of more) {
      const bytes = encode(each, options).subarray(0, Math.min(left, 2 ** 30));
      left -= bytes.length;
      sink.write(bytes);
    }
  };
  send(lines);
  const timer = setInterval(() => {
    if (sink.backlog > MOST_BACKLOG) return;
    const until = store.now().getTime();
    const current = endedRun(context, type, run);
    send(
      new SimulatedLog(current).lines(
        told,
        Math.min(until, current.end?.at ?? until),
        MOST_AT_ONCE,
      ),
    );
    told = until;
    if (!current.end && left > 0) return;
    clearInterval(timer);
    sink.end();
  }, FOLLOW_EVERY_MS);
  timer.unref();
  sink.onClose(() => clearInterval(timer));
}

/** The run as it stands now: with its end, once it has one. */
function endedRun(
  { store }: ApiContext,
  type: ResourceType,
  run: LoggedRun,
): LoggedRun {
  const { name, namespace, uid } = run.pod.metadata;
  const pod = store.get(type, namespace, name);
  const gone = { ...run, end: { at: store.now().getTime(), reason: '' } };
  if (pod?.metadata.uid !== uid) return gone;
  const status = pod.status?.containerStatuses?.find(
    (each: any) => each.name === run.container.name,
  );
  const ended = [status?.state?.terminated, status?.lastState?.terminated].find(
    terminated => terminated?.containerID === run.containerID,
  );
  if (!ended) return status?.state?.running ? run : gone;
  return {
    ...run,
    end: { at: Date.parse(ended.finishedAt), reason: ended.reason },
  };
}

function* limited(
  lines: readonly LogLine[],
  options: LogOptions,
): Iterable<Buffer> {
  let left = options.limitBytes ?? Infinity;
  for (const line of lines) {
    if (left <= 0) return;
    const bytes = encode(line, options);
    yield bytes.length > left ? bytes.subarray(0, left) : bytes;
    left -= bytes.length;
  }
}

function text(chunks: Iterable<Buffer>): Reply {
  return { status: 200, contentType: CONTENT_TYPE, body: { chunks } };
}

function encode({ time, text: line }: LogLine, options: LogOptions): Buffer {
  // Nodes write nanoseconds; we know milliseconds.
  const stamp = `${new Date(time).toISOString().slice(0, 23)}000000Z `;
  return Buffer.from(`${options.timestamps ? stamp : ''}${line}\n`);
}
