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
  ResourceRow,
  ViewQueryInput,
  viewQuerySchema,
} from '@quarterdeck/backstage-plugin-fleet-common';
import { NamespaceDirectory } from '../../../permissions/NamespaceDirectory';
import { MemoryInventory } from '../../../testing/MemoryInventory';
import { ViewEngine } from '../../ViewEngine';
import { coreViews } from '../coreViews';

/** The core views over the clusters `a` and `b`, each with the namespaces `shop` and `data`, and `hidden`, which the viewer may not read. */
export function viewsOfTwoClusters() {
  const inventory = new MemoryInventory(['a', 'b']);
  let now = 1_000_000;
  const engine = new ViewEngine({
    inventory,
    directory: new NamespaceDirectory(inventory),
    views: coreViews,
    now: () => now,
  });
  const viewer = {
    ref: 'user:default/ada',
    key: 'ada',
    cluster: () => true,
    namespace: (_: string, name: string) => name !== 'hidden',
  };
  /** Rows by uid, of cluster `a` and namespace `shop` unless they say otherwise. */
  const put = (
    resource: string,
    ...rows: (Partial<ResourceRow> & {
      uid: string;
      [field: string]: unknown;
    })[]
  ) =>
    inventory.put(
      resource,
      ...rows.map(row => ({
        cluster: 'a',
        namespace: 'shop',
        name: row.uid,
        created: 0,
        ...row,
      })),
    );
  for (const cluster of ['a', 'b']) {
    for (const name of ['shop', 'data', 'hidden', 'kube-system']) {
      put('namespaces', {
        uid: name,
        cluster,
        namespace: name,
        phase: 'Active',
        labels: {},
      });
    }
  }
  return {
    inventory,
    put,
    read: async (view: string, query: Omit<ViewQueryInput, 'view'> = {}) =>
      (await engine.read(
        viewQuerySchema.parse({ view, ...query }),
        viewer,
      )) as any,
    /** The cluster does not have the kind, or does not let it be read. */
    setUnknown: (cluster: string, resource: string) =>
      inventory.setState(cluster, resource, {
        phase: 'failed',
        known: false,
        since: 0,
        reason: 'forbidden',
      }),
    pass: (milliseconds: number) => {
      now += milliseconds;
    },
    stop: () => engine.stop(),
  };
}
