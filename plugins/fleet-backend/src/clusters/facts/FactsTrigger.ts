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

import { NodeRow } from '@quarterdeck/backstage-plugin-fleet-common';
import { RowChange } from '../../inventory/Inventory';
import { Clock } from '../../inventory/scheduling/Clock';
import { equalRows } from '../../inventory/store/equalRows';

const DELAY = 1_000;

/** Says when facts about a cluster have to be concluded anew: soon after nodes came, went or changed what facts rest on. */
export class FactsTrigger {
  readonly #clock: Clock;
  readonly #onDue: () => void;
  #cancel: (() => void) | undefined;

  constructor(options: { clock: Clock; onDue: () => void }) {
    this.#clock = options.clock;
    this.#onDue = options.onDue;
  }

  nodesChanged(changes: readonly RowChange[]): void {
    if (this.#cancel || !changes.some(isTelling)) return;
    this.#cancel = this.#clock.setTimeout(() => {
      this.#cancel = undefined;
      this.#onDue();
    }, DELAY);
  }

  stop(): void {
    this.#cancel?.();
    this.#cancel = undefined;
  }
}

function isTelling(change: RowChange): boolean {
  const previous = change.previous as NodeRow | undefined;
  const row = change.row as NodeRow | undefined;
  return (
    !previous ||
    !row ||
    previous.providerId !== row.providerId ||
    previous.region !== row.region ||
    !equalRows(previous.platformLabels ?? {}, row.platformLabels ?? {})
  );
}
