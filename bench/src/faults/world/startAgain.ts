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

import type { DemoCluster } from '@quarterdeck/demo-fleet';
import { setTimeout as wait } from 'node:timers/promises';

const GIVEN_UP_AFTER = 60_000;
const EVERY = 250;

/** Opens an endpoint again. While it was closed, another connection of this machine may have been given its port: that is waited for. */
export async function startAgain(cluster: DemoCluster): Promise<void> {
  const givenUp = performance.now() + GIVEN_UP_AFTER;
  for (;;) {
    try {
      await cluster.start();
      return;
    } catch (error) {
      const taken = (error as NodeJS.ErrnoException).code === 'EADDRINUSE';
      if (!taken || performance.now() > givenUp) throw error;
      await wait(EVERY);
    }
  }
}
