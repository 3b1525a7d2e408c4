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
  ResourceQuotaRow,
  resourceQuotasResource,
} from '@quarterdeck/backstage-plugin-fleet-common';
import {
  ProjectionContext,
  watchedResource,
} from '@quarterdeck/backstage-plugin-fleet-node';
import { epochOf } from './kubernetesTime';
import { parseQuantity } from './quantity';

interface ResourceQuota {
  metadata: {
    uid: string;
    name: string;
    namespace?: string;
    creationTimestamp?: string;
  };
  spec?: { hard?: Record<string, string> };
  status?: { used?: Record<string, string> };
}

/** ResourceQuotas of every namespace, watched from the start: there are few, and they change slowly. */
export const resourceQuotas = watchedResource(resourceQuotasResource, {
  group: '',
  version: 'v1',
  plural: 'resourcequotas',
  keep: 'always',
  fields: ['metadata.creationTimestamp', 'spec.hard', 'status.used'],
  project: resourceQuotaRow,
});

function resourceQuotaRow(
  { metadata, spec, status }: ResourceQuota,
  { cluster, intern }: ProjectionContext,
): ResourceQuotaRow {
  const used = status?.used ?? {};
  const items = Object.entries(spec?.hard ?? {}).map(([resource, hard]) => ({
    resource: intern(resource),
    hard: parseQuantity(hard),
    ...(Object.hasOwn(used, resource) && {
      used: parseQuantity(used[resource]),
    }),
  }));
  return {
    uid: metadata.uid,
    cluster,
    namespace: intern(metadata.namespace ?? ''),
    name: metadata.name,
    items,
    ...largestShare(items),
    created: epochOf(metadata.creationTimestamp) ?? 0,
  };
}

function largestShare(
  items: ResourceQuotaRow['items'],
): Pick<ResourceQuotaRow, 'share'> {
  const shares = items.flatMap(({ used, hard }) =>
    used === undefined || hard <= 0 ? [] : used / hard,
  );
  return shares.length > 0 ? { share: Math.max(...shares) } : {};
}
