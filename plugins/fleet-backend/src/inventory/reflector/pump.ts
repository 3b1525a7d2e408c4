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

import type { Readable } from 'node:stream';
import { wasCut } from '../../clusters/connection/readBody';
import { WorkSlicer } from '../scheduling/WorkSlicer';

export interface PumpOptions {
  readonly slicer: WorkSlicer;
  /** Called for every chunk. May answer with a promise to wait for before the next one. Throws to end the stream. */
  readonly onChunk: (chunk: Buffer) => Promise<void> | void;
}

/**
 * Hands the chunks of a stream to a consumer, within the time that a turn of the event loop has for such work. Resolves when the sender ended
 * the stream; rejects when it was cut.
 */
export function pump(body: Readable, options: PumpOptions): Promise<void> {
  return new Promise((resolve, reject) => {
    if (body.destroyed) {
      // It tells nobody a second time that it is over.
      reject(body.errored ?? new Error('The stream was cut off'));
      return;
    }
    const { slicer, onChunk } = options;
    const waiting: Buffer[] = [];
    let busy = false;
    let ended = false;
    let closed = false;
    let failure: unknown;

    const fail = (error: unknown) => {
      failure ??= error;
      waiting.length = 0;
      body.destroy();
      reject(failure);
    };
    const finish = () => {
      if (closed && !busy && waiting.length === 0) {
        if (ended && !wasCut(body)) resolve();
        else reject(failure ?? new Error('The stream was cut off'));
      }
    };
    const consume = (chunk: Buffer) => {
      try {
        const wait = onChunk(chunk);
        if (wait) {
          busy = true;
          wait.then(next, fail);
        }
      } catch (error) {
        fail(error);
      }
    };
    const drain = () => {
      busy = false;
      // It is this stream's turn: at least one chunk, whoever else waits.
      do {
        if (waiting.length > 0) consume(waiting.shift()!);
      } while (waiting.length > 0 && !busy && slicer.hasTime());
      if (waiting.length > 0 && !busy) {
        next();
        return;
      }
      if (!busy) {
        body.resume();
        finish();
      }
    };
    function next() {
      busy = true;
      slicer.defer(drain);
    }

    body.on('data', (chunk: Buffer) => {
      if (failure) return;
      if (!busy && waiting.length === 0 && slicer.hasTime()) {
        consume(chunk);
      } else {
        waiting.push(chunk);
      }
      if (busy || waiting.length > 0) {
        body.pause();
        if (!busy) next();
      }
    });
    body.on('end', () => {
      ended = true;
    });
    body.on('error', fail);
    body.on('close', () => {
      closed = true;
      finish();
    });
  });
}
