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
import type { ServerResponse } from 'node:http';
import type { Reply, ResponseSink } from '../api/ApiExchange';

/** Writes a reply, waiting for slow readers between the chunks of a list. */
export async function sendReply(
  response: ServerResponse,
  reply: Reply,
  headOnly: boolean,
): Promise<void> {
  response.writeHead(reply.status, {
    'cache-control': 'no-cache, private',
    'content-type': reply.contentType ?? 'application/json',
    ...reply.headers,
  });
  const { body } = reply;
  if (headOnly) {
    response.end();
  } else if ('json' in body) {
    response.end(`${JSON.stringify(body.json)}\n`);
  } else if ('text' in body) {
    response.end(body.text);
  } else if ('stream' in body) {
    openStream(response, body.stream);
  } else {
    await sendChunks(response, body.chunks);
  }
}

async function sendChunks(
  response: ServerResponse,
  chunks: Iterable<Buffer>,
): Promise<void> {
  const closed = new AbortController();
  response.once('close', () => closed.abort());
  for (const chunk of chunks) {
    if (closed.signal.aborted) return;
    if (!response.write(chunk)) {
      try {
        await once(response, 'drain', { signal: closed.signal });
      } catch {
        return;
      }
    }
  }
  response.end();
}

function openStream(
  response: ServerResponse,
  stream: (sink: ResponseSink) => void,
): void {
  let open = true;
  response.once('close', () => {
    open = false;
  });
  // Clients wait for the headers before they count a watch as open.
  response.flushHeaders();
  stream({
    write: bytes => open && response.write(bytes),
    end: () => {
      if (open) response.end();
      open = false;
    },
    onClose: listener => response.once('close', listener),
    get backlog() {
      const { stream: h2 } = response as unknown as {
        stream?: { writableLength: number };
      };
      return h2?.writableLength ?? response.writableLength;
    },
  });
}
