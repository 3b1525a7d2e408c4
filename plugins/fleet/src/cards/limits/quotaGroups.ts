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

import { ResourceQuotaRow } from '@quarterdeck/backstage-plugin-fleet-common';

/** What quotas limit, in groups that have a column each. */
export const quotaGroups = [
  'cpu',
  'memory',
  'storage',
  'pods',
  'other',
] as const;

export type QuotaGroup = (typeof quotaGroups)[number];

export type QuotaItem = ResourceQuotaRow['items'][number];

/** Which group an entry such as `requests.cpu` or `count/deployments.apps` belongs to. */
export function quotaGroupOf(resource: string): QuotaGroup {
  if (/(^|\.)cpu$/.test(resource)) return 'cpu';
  if (/(^|\.)memory$/.test(resource)) return 'memory';
  if (/storage$/.test(resource)) return 'storage';
  return resource === 'pods' || resource === 'count/pods' ? 'pods' : 'other';
}

/** How much of a limit is used; undefined where it is not counted or nothing is allowed. */
export function quotaShare({ used, hard }: QuotaItem): number | undefined {
  return used === undefined || hard <= 0 ? undefined : used / hard;
}

/** The fullest entry of a group, which is the one that people will run into. */
export function fullestOf(
  items: readonly QuotaItem[],
  group: QuotaGroup,
): QuotaItem | undefined {
  let fullest: QuotaItem | undefined;
  for (const item of items) {
    if (quotaGroupOf(item.resource) !== group) continue;
    const isFuller =
      !fullest || (quotaShare(item) ?? -1) > (quotaShare(fullest) ?? -1);
    if (isFuller) fullest = item;
  }
  return fullest;
}
