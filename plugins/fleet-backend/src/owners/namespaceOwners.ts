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

import { namespaceOwnersResource } from '@quarterdeck/backstage-plugin-fleet-common';
import { polledResource } from '@quarterdeck/backstage-plugin-fleet-node';
import { CatalogOwners } from './CatalogOwners';

/** Owners of namespaces by the catalog, while somebody looks. They are shown; permission rules never see them. */
export function namespaceOwners(options: {
  owners: CatalogOwners;
  namespaces: (cluster: string) => Iterable<string>;
}) {
  const { owners, namespaces } = options;
  return polledResource(namespaceOwnersResource, {
    interval: 60_000,
    timeout: 30_000,
    keep: 'while-viewed',
    poll: async ({ connection: { cluster }, intern }) => {
      const found = await owners.of(cluster, namespaces(cluster));
      return found.map(({ namespace, owner }) => ({
        uid: namespace,
        cluster,
        namespace: intern(namespace),
        name: intern(namespace),
        owner: intern(owner),
      }));
    },
  });
}
