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

import { ServiceUnavailableError } from '@backstage/errors';
import { browserTime, TimeSource } from './TimeSource';

/** @public */
export interface WithDeadlineOptions {
  milliseconds: number;
  /** Ends it before. */
  signal?: AbortSignal;
  /** The browser's own clock when left out. */
  time?: TimeSource;
}

/**
 * Does some work at the backend within a time.
 *
 * @throws ServiceUnavailableError when the time is over, and the reason of the signal when that ends it before.
 *
 * @example
 * ```ts
 * const response = await withDeadline({ milliseconds: 15_000 }, signal =>
 *   fetchApi.fetch('plugin://fleet/v1/whoami', { signal }),
 * );
 * ```
 *
 * @public
 */
export async function withDeadline<T>(
  options: WithDeadlineOptions,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const { milliseconds, signal, time = browserTime } = options;
  signal?.throwIfAborted();
  const controller = new AbortController();
  const abort = () => controller.abort(signal?.reason);
  signal?.addEventListener('abort', abort, { once: true });
  const cancel = time.after(milliseconds, () =>
    controller.abort(
      new ServiceUnavailableError(
        `The fleet backend did not answer within ${milliseconds / 1000} seconds`,
      ),
    ),
  );
  try {
    // A request that waits for a token does not yet listen to its signal.
    return await Promise.race([
      work(controller.signal),
      new Promise<never>((_resolve, reject) => {
        controller.signal.addEventListener(
          'abort',
          () => reject(controller.signal.reason),
          { once: true },
        );
      }),
    ]);
  } finally {
    cancel();
    signal?.removeEventListener('abort', abort);
  }
}
