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

import type { Reply, ResponseSink } from '../api/ApiExchange';
import type { ResponseTarget } from './ResponseTarget';

export interface SendReplyOptions {
  /** Headers alone, as HEAD asks for. */
  headOnly: boolean;
  /** Stands between a reply that never ends by itself and its reader. */
  tap?: (sink: ResponseSink) => ResponseSink;
}

/** Writes a reply, waiting for slow readers between the chunks of a list. */
export async function sendReply(
  target: ResponseTarget,
  reply: Reply,
  options: SendReplyOptions,
): Promise<void> {
  const { body } = reply;
  // Clients wait for the headers before they count a watch as open.
  const trickles = 'stream' in body && !options.headOnly;
  target.head(
    reply.status,
    {
      'cache-control': 'no-cache, private',
      'content-type': reply.contentType ?? 'application/json',
      ...reply.headers,
    },
    trickles,
  );
  if (options.headOnly) {
    target.end();
  } else if ('json' in body) {
    target.end(Buffer.from(`${JSON.stringify(body.json)}\n`));
  } else if ('text' in body) {
    target.end(Buffer.from(body.text));
  } else if ('stream' in body) {
    const sink = sinkOf(target);
    body.stream(options.tap?.(sink) ?? sink);
  } else {
    await sendChunks(target, body.chunks);
  }
}

async function sendChunks(
  target: ResponseTarget,
  chunks: Iterable<Buffer>,
): Promise<void> {
  for (const chunk of chunks) {
    if (target.closed) return;
    if (!target.write(chunk)) await target.drained();
  }
  target.end();
}

function sinkOf(target: ResponseTarget): ResponseSink {
  let open = true;
  target.onClose(() => {
    open = false;
  });
  return {
    write: bytes =>
      open &&
      target.write(typeof bytes === 'string' ? Buffer.from(bytes) : bytes),
    end: () => {
      if (open) target.end();
      open = false;
    },
    onClose: listener => target.onClose(listener),
    get backlog() {
      return target.backlog;
    },
  };
}
