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
import { createParser, EventSourceMessage } from 'eventsource-parser';

/**
 * Reads server-sent events as they arrive, however the bytes are cut into chunks.
 *
 * @param body - of the answer
 * @param onChunk - called for every chunk with the events that it completed, possibly none
 * @returns when the body has ended or the signal told to leave
 */
export async function readServerSentEvents(
  body: ReadableStream<Uint8Array>,
  onChunk: (events: EventSourceMessage[]) => void,
  signal?: AbortSignal,
): Promise<void> {
  let events: EventSourceMessage[] = [];
  const parser = createParser({ onEvent: event => events.push(event) });
  const decoder = new TextDecoder();
  const reader = body.getReader();
  // Frees the connection, also when a callback threw.
  const leave = () => reader.cancel().catch(() => {});
  signal?.addEventListener('abort', leave, { once: true });
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) {
        return;
      }
      parser.feed(decoder.decode(value, { stream: true }));
      const complete = events;
      events = [];
      onChunk(complete);
    }
  } finally {
    signal?.removeEventListener('abort', leave);
    await leave();
  }
}
