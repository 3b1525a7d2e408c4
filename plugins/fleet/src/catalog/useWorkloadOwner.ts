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
  Entity,
  RELATION_OWNED_BY,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { useApi, useApiHolder } from '@backstage/core-plugin-api';
import { CatalogApi, catalogApiRef } from '@backstage/plugin-catalog-react';
import {
  KUBERNETES_ID_ANNOTATION,
  namespacesView,
  WorkloadRow,
} from '@quarterdeck/backstage-plugin-fleet-common';
import {
  fleetApiRef,
  queryClientOf,
  useView,
} from '@quarterdeck/backstage-plugin-fleet-react';
import { useQuery } from '@tanstack/react-query';

/** Whom a workload belongs to, and what says so. */
export interface WorkloadOwner {
  /** An entity ref. */
  readonly owner?: string;
  readonly source?: 'workload' | 'catalog' | 'namespace';
  /** The entity of the catalog that the workload is part of. */
  readonly component?: string;
}

/**
 * The owner of a workload: its own annotation or label says it first, then the component of the catalog that carries its `backstage.io/kubernetes-id`, where
 * the catalog agrees on one, and last its namespace. For showing only: permissions do not go by it.
 */
export function useWorkloadOwner(row: WorkloadRow | undefined): WorkloadOwner {
  const id = row?.labels[KUBERNETES_ID_ANNOTATION];
  const catalog = useApiHolder().get(catalogApiRef);
  const { data } = useQuery(
    {
      queryKey: ['kubernetes-id', id],
      queryFn: () => componentOf(id!, catalog!),
      enabled: id !== undefined && catalog !== undefined,
      staleTime: 300_000,
      retry: false,
    },
    queryClientOf(useApi(fleetApiRef)),
  );
  const namespaces = useView(
    namespacesView,
    {},
    {
      scope: row && { clusters: [row.cluster], namespaces: [row.namespace] },
      enabled: row !== undefined && row.owner === undefined,
    },
  );
  const component = data?.component;
  if (row?.owner) return { owner: row.owner, source: 'workload', component };
  if (data?.owner) return { owner: data.owner, source: 'catalog', component };
  const namespace = namespaces.rows.find(
    each => each.cluster === row?.cluster && each.namespace === row.namespace,
  );
  return namespace?.owner
    ? { owner: namespace.owner, source: 'namespace', component }
    : { component };
}

async function componentOf(id: string, catalog: CatalogApi) {
  const { items } = await catalog.getEntities({
    filter: { [`metadata.annotations.${KUBERNETES_ID_ANNOTATION}`]: id },
    fields: ['kind', 'metadata.name', 'metadata.namespace', 'relations'],
    limit: 20,
  });
  const owners = new Set(items.flatMap(ownersOf));
  return {
    component: items.length === 1 ? stringifyEntityRef(items[0]) : undefined,
    owner: owners.size === 1 ? [...owners][0] : undefined,
  };
}

function ownersOf({ relations }: Entity): string[] {
  return (relations ?? [])
    .filter(({ type }) => type === RELATION_OWNED_BY)
    .map(({ targetRef }) => targetRef);
}
