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

import { Config } from '@backstage/config';

/** Bounds of what the inventory asks for and takes in. */
export interface InventoryLimits {
  /** Objects asked for in one page of a list. */
  readonly pageSize: number;
  /** Lists received at once over all clusters. */
  readonly concurrentLists: number;
  /** Bytes of one object or watch event. */
  readonly objectBytes: number;
}

const defaults: InventoryLimits = {
  pageSize: 500,
  concurrentLists: 8,
  objectBytes: 10 * 1024 * 1024,
};

/** Reads `fleet.inventory`. */
export function readInventoryLimits(config?: Config): InventoryLimits {
  const section = config?.getOptionalConfig('fleet.inventory');
  const read = (name: keyof InventoryLimits) => {
    const value = section?.getOptionalNumber(name) ?? defaults[name];
    if (!Number.isInteger(value) || value < 1) {
      throw new TypeError(
        `fleet.inventory.${name} must be a whole number above 0`,
      );
    }
    return value;
  };
  return {
    pageSize: read('pageSize'),
    concurrentLists: read('concurrentLists'),
    objectBytes: read('objectBytes'),
  };
}
