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
import { readServerSentEvents } from './sseReader';

function streamOf(chunks: Uint8Array[]): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start(controller) {
      chunks.forEach(chunk => controller.enqueue(chunk));
      controller.close();
    },
  });
}

async function eventsOf(chunks: Uint8Array[]) {
  const events: object[] = [];
  await readServerSentEvents(streamOf(chunks), complete => {
    events.push(
      ...complete.map(({ id, event, data }) => ({ id, event, data })),
    );
  });
  return events;
}

describe('readServerSentEvents', () => {
  const bytes = new TextEncoder().encode(
    ': hello\n\nid: e:1\nevent: snapshot\ndata: {"name":"Schiff 🚢 \u202e名"}\n\nevent: delta\r\ndata: {"a":1,\r\ndata: "b":2}\r\n\r\nevent: delta\ndata: unfinished',
  );
  const expected = [
    { id: 'e:1', event: 'snapshot', data: '{"name":"Schiff 🚢 \u202e名"}' },
    { id: 'e:1', event: 'delta', data: '{"a":1,\n"b":2}' },
  ].map(({ id, ...rest }, index) => ({
    id: index === 0 ? id : undefined,
    ...rest,
  }));

  it('gives the same events wherever the bytes are cut, in the middle of a character too', async () => {
    for (let cut = 0; cut <= bytes.length; cut++) {
      expect(await eventsOf([bytes.slice(0, cut), bytes.slice(cut)])).toEqual(
        expected,
      );
    }
    expect(await eventsOf([...bytes].map(byte => Uint8Array.of(byte)))).toEqual(
      expected,
    );
  });

  it('frees the connection when told to leave or when an event cannot be handled', async () => {
    const leave = new AbortController();
    const cancelled = jest.fn();
    const left = readServerSentEvents(
      new ReadableStream({ cancel: cancelled }),
      () => {},
      leave.signal,
    );
    leave.abort();
    await left;
    expect(cancelled).toHaveBeenCalledTimes(1);

    await expect(
      readServerSentEvents(
        new ReadableStream({
          start: controller => controller.enqueue(bytes),
          cancel: cancelled,
        }),
        () => {
          throw new TypeError('not for me');
        },
      ),
    ).rejects.toThrow('not for me');
    expect(cancelled).toHaveBeenCalledTimes(2);
  });
});
