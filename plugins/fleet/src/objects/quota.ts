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
  formatBytes,
  formatCores,
  formatCount,
} from '@quarterdeck/backstage-plugin-fleet-common';

const NEARLY_FULL = 0.9;

/** An amount in the unit that goes with what is limited: `requests.cpu` in cores, `limits.memory` in bytes, others counted. */
export function formatQuota(
  resource: string,
  amount: number | undefined,
): string {
  if (/memory|storage/.test(resource)) return formatBytes(amount);
  return /(^|\.)cpu$/.test(resource)
    ? formatCores(amount)
    : formatCount(amount);
}

/** A quota that is used up refuses the next pod; one that is nearly so is worth a look. */
export function quotaTone(
  share: number | undefined,
): 'error' | 'warning' | undefined {
  if (share === undefined || share < NEARLY_FULL) return undefined;
  return share >= 1 ? 'error' : 'warning';
}
