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
import { ReadTicks } from '../scheduling/ReadTicks';
import { WorkSlicer } from '../scheduling/WorkSlicer';

/** More than this does not wait for the next tick: the sender would have to. */
const MOST_WAITING = 32 * 1024;

export interface SipOptions {
  readonly ticks: ReadTicks;
  readonly slicer: WorkSlicer;
  /** Called with all that came since the last call. Throws to end the stream. */
  readonly onChunk: (chunk: Buffer) => void;
}

/**
 * Hands what comes on a stream to a consumer in ticks, within the time that a turn of the event loop has for such work. For streams on which
 * little comes, and rarely. Resolves when the sender ended the stream; rejects when it was cut.
 */
export function sip(body: Readable, options: SipOptions): Promise<void> {
  return new Promise((resolve, reject) => {
    if (body.destroyed) {
      // It tells nobody a second time that it is over.
      reject(body.errored ?? new Error('The stream was cut off'));
      return;
    }
    const { ticks, slicer, onChunk } = options;
    let ended = false;
    let deferred = false;
    let failure: unknown;

    const stop = (error: unknown) => {
      failure ??= error;
      body.destroy();
      reject(failure);
    };
    const drain = () => {
      deferred = false;
      if (failure) return;
      try {
        // The end is told only to who has read up to it.
        const chunk: Buffer | null = body.read();
        if (chunk) onChunk(chunk);
      } catch (error) {
        stop(error);
      }
    };
    const defer = () => {
      if (deferred) return;
      deferred = true;
      slicer.defer(drain);
    };

    body.on('readable', () => {
      if (body.readableLength > MOST_WAITING) defer();
      else ticks.add(defer);
    });
    body.on('end', () => {
      ended = true;
    });
    body.on('error', stop);
    body.on('close', () => {
      ticks.forget(defer);
      if (ended && !wasCut(body)) resolve();
      else reject(failure ?? new Error('The stream was cut off'));
    });
  });
}
