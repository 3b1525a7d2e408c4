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

import { Entity, RELATION_DEPENDS_ON } from '@backstage/catalog-model';
import { useRelatedEntities } from '@backstage/plugin-catalog-react';
import {
  ClusterHealthRow,
  clusterOfEntity,
  clustersHealthView,
  KUBERNETES_CLUSTER_TYPE,
} from '@quarterdeck/backstage-plugin-fleet-common';
import { useView } from '@quarterdeck/backstage-plugin-fleet-react';
import { useMemo } from 'react';
import { EntityWorkloads } from './entityWorkloads';

/** Where the workloads of an entity are looked for. */
export interface EntityScope {
  /** False until the relations of the entity are known: a look into all clusters would be too wide. */
  readonly ready: boolean;
  /** Names of clusters; absent for all. */
  readonly clusters?: readonly string[];
  /** Why not in all clusters. */
  readonly limitedBy?: 'annotation' | 'relations';
  readonly namespaces?: readonly string[];
  /** Why the relations of the entity are not known. */
  readonly error?: Error;
}

/**
 * Limits an entity to the clusters that it depends on by relation, or to the one that its annotation names; without either to none.
 */
export function useEntityScope(
  entity: Entity,
  workloads: EntityWorkloads | undefined,
): EntityScope {
  const health = useView(clustersHealthView);
  const related = useRelatedEntities(entity, {
    type: RELATION_DEPENDS_ON,
    kind: 'resource',
  });
  return useMemo(() => {
    const resources = (related.entities ?? []).filter(
      ({ spec }) => spec?.type === KUBERNETES_CLUSTER_TYPE,
    );
    const named = workloads?.cluster;
    const limitedBy =
      (named !== undefined && 'annotation') ||
      (resources.length > 0 && 'relations') ||
      undefined;
    const clusters = named
      ? (clusterNamed(named, health.rows) ?? [])
      : resources.flatMap(
          resource => clusterOfEntity(resource, health.rows)?.cluster ?? [],
        );
    return {
      ready: !related.loading && (!limitedBy || health.status !== 'loading'),
      clusters: limitedBy && [...new Set(clusters)],
      limitedBy,
      namespaces: workloads?.namespaces,
      // An annotation limits without them.
      error: named === undefined ? related.error : undefined,
    };
  }, [health.rows, health.status, related, workloads]);
}

/** The annotation may hold what the Kubernetes plugin called the cluster: its name, its title or an alias. */
function clusterNamed(
  name: string,
  clusters: readonly ClusterHealthRow[],
): string[] | undefined {
  const found =
    clusters.find(({ cluster }) => cluster === name) ??
    clusters.find(
      ({ title, aliases }) => title === name || aliases.includes(name),
    );
  return found && [found.cluster];
}
