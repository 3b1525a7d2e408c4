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

import { Entity } from '@backstage/catalog-model';
import {
  ClusterHealthRow,
  clusterOfEntity,
  clustersHealthView,
  ViewSummary,
} from '@quarterdeck/backstage-plugin-fleet-common';
import { useView, ViewState } from '@quarterdeck/backstage-plugin-fleet-react';

/** The fleet's clusters, and which of them a Resource of the catalog stands for. */
export function useEntityCluster(entity: Entity): {
  view: ViewState<ClusterHealthRow, ViewSummary<typeof clustersHealthView>>;
  row: ClusterHealthRow | undefined;
} {
  const view = useView(clustersHealthView);
  return { view, row: clusterOfEntity(entity, view.rows) };
}
