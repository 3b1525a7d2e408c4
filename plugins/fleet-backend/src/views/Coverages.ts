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

import {
  ClusterRow,
  clustersResource,
  Coverage,
  namespacesResource,
} from '@quarterdeck/backstage-plugin-fleet-common';
import { isDeepStrictEqual } from 'node:util';
import { Inventory, RowBatch, RowChange } from '../inventory/Inventory';
import { coverageOf, timeOfData } from './coverageOf';
import { LiveQuery } from './LiveQuery';
import { resourcesOf } from './resourcesOf';

/** What answers rest on. Made anew only when something that it tells may have changed, since it walks all clusters and namespaces. */
export class Coverages {
  readonly #inventory: Inventory;
  #known = new WeakMap<LiveQuery, Coverage>();

  constructor(inventory: Inventory) {
    this.#inventory = inventory;
  }

  /** The same object as long as nothing in it but the time of the data has changed. */
  of(live: LiveQuery): Coverage {
    const failures = live.failures();
    const known = this.#known.get(live);
    if (known && failures.length === 0) {
      return known;
    }
    const resources = resourcesOf(live.view);
    const coverage = coverageOf({
      inventory: this.#inventory,
      scope: live.scope,
      reads: live.reads,
      titles: new Map(resources.map(({ id, title }) => [id, title ?? id])),
      namespaced: resources.some(({ scope }) => scope === 'namespace'),
      failures,
    });
    if (failures.length === 0) {
      this.#known.set(live, coverage);
    }
    return coverage;
  }

  /** Since when at least the data is, in epoch milliseconds. */
  asOf(live: LiveQuery): number | undefined {
    return timeOfData({
      inventory: this.#inventory,
      reads: live.reads,
      coverage: this.of(live),
      scope: live.scope,
    });
  }

  forget(live: LiveQuery): void {
    this.#known.delete(live);
  }

  forgetAll(): void {
    this.#known = new WeakMap();
  }

  apply(batch: RowBatch): void {
    if (
      batch.resource === namespacesResource.id ||
      (batch.resource === clustersResource.id &&
        batch.changes.some(isMoreThanContact))
    ) {
      this.forgetAll();
    }
  }
}

/** A healthy cluster that was heard from once more is no news: the time of the data is told apart. */
function isMoreThanContact({ previous, row }: RowChange): boolean {
  const before = previous as ClusterRow | undefined;
  const after = row as ClusterRow | undefined;
  return (
    before?.state !== 'healthy' ||
    after?.state !== 'healthy' ||
    !isDeepStrictEqual(
      { ...before, lastContact: undefined },
      { ...after, lastContact: undefined },
    )
  );
}
