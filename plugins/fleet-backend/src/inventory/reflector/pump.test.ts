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

import { PassThrough, Readable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { ReadTicks } from '../scheduling/ReadTicks';
import { WorkSlicer } from '../scheduling/WorkSlicer';
import { pump } from './pump';
import { sip } from './sip';

const readers: Array<
  [string, (body: Readable, onChunk: (chunk: Buffer) => void) => Promise<void>]
> = [
  [
    'pump',
    (body, onChunk) => pump(body, { slicer: new WorkSlicer(), onChunk }),
  ],
  [
    'sip',
    (body, onChunk) =>
      sip(body, { ticks: new ReadTicks(), slicer: new WorkSlicer(), onChunk }),
  ],
];

describe.each(readers)('%s', (_, read) => {
  it('hands on what comes and resolves when the sender ended the stream', async () => {
    const body = new PassThrough();
    const chunks: Buffer[] = [];
    const done = read(body, chunk => {
      chunks.push(chunk);
    });
    body.write('one ');
    body.end('two');
    await done;
    expect(Buffer.concat(chunks).toString()).toBe('one two');
  });

  it('rejects when the stream was cut before anybody read it', async () => {
    const body = new PassThrough();
    body.write('one');
    body.destroy();
    await finished(body).catch(() => {});
    await expect(read(body, () => {})).rejects.toThrow(
      'The stream was cut off',
    );
  });

  it('rejects with what cut the stream', async () => {
    const body = new PassThrough();
    body.destroy(new Error('Reset by the server'));
    await finished(body).catch(() => {});
    await expect(read(body, () => {})).rejects.toThrow('Reset by the server');
  });
});
