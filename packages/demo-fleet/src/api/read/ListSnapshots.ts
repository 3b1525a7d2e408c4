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

import type { KubeObject } from '../../store/KubeObject';
import type { ResourceType } from '../../store/ResourceType';

const LIFETIME = 5 * 60_000;

interface Snapshot {
  objects: readonly KubeObject[];
  expires: number;
}

/** Lists as they stood when a client began to page through them. */
export class ListSnapshots {
  readonly #snapshots = new Map<string, Snapshot>();

  constructor(private readonly clock: () => number) {}

  keep(
    type: ResourceType,
    resourceVersion: string,
    objects: readonly KubeObject[],
  ): void {
    const now = this.clock();
    for (const [key, { expires }] of this.#snapshots) {
      if (expires > now) break;
      this.#snapshots.delete(key);
    }
    const key = snapshotKey(type, resourceVersion);
    this.#snapshots.delete(key);
    this.#snapshots.set(key, { objects, expires: now + LIFETIME });
  }

  find(
    type: ResourceType,
    resourceVersion: string,
  ): readonly KubeObject[] | undefined {
    const found = this.#snapshots.get(snapshotKey(type, resourceVersion));
    return found && found.expires > this.clock() ? found.objects : undefined;
  }

  clear(): void {
    this.#snapshots.clear();
  }
}

function snapshotKey(type: ResourceType, resourceVersion: string): string {
  return `${type.group}/${type.plural}@${resourceVersion}`;
}
