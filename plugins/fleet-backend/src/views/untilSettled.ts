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

import { Inventory } from '../inventory/Inventory';

/** Longest that a single read waits for the first list of what it needs. */
const SETTLE_MS = 3_000;

/** Waits a little for what was not watched before. */
export async function untilSettled(
  inventory: Inventory,
  reads: readonly string[],
): Promise<void> {
  const syncing = () =>
    inventory
      .clusters()
      .some(cluster =>
        reads.some(resource =>
          ['idle', 'syncing'].includes(
            inventory.state(resource, cluster).phase,
          ),
        ),
      );
  if (!syncing()) {
    return;
  }
  let timer: NodeJS.Timeout | undefined;
  let unsubscribe: (() => void) | undefined;
  await new Promise<void>(resolve => {
    timer = setTimeout(resolve, SETTLE_MS);
    unsubscribe = inventory.onState(() => {
      if (!syncing()) resolve();
    });
  });
  clearTimeout(timer);
  unsubscribe?.();
}
