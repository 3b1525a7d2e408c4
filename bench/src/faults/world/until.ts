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

import { setTimeout as wait } from 'node:timers/promises';

const EVERY = 25;

/** Thrown when something did not come about in time. */
export class NeverCameTrue extends Error {
  readonly name = 'NeverCameTrue';
}

/**
 * Waits until a check finds nothing wrong. It answers with what is wrong, or with undefined.
 *
 * @throws NeverCameTrue with the last thing that was wrong.
 */
export async function until(
  what: string,
  seconds: number,
  check: () => Promise<string | undefined> | string | undefined,
): Promise<void> {
  const givenUp = performance.now() + seconds * 1_000;
  for (;;) {
    const wrong = await check();
    if (wrong === undefined) return;
    if (performance.now() > givenUp) {
      throw new NeverCameTrue(`${what}: not within ${seconds} s: ${wrong}`);
    }
    await wait(EVERY);
  }
}
