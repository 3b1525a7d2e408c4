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

import { ClusterRow } from '../resources/clusters';
import {
  FLEET_CLUSTER_ANNOTATION,
  KUBERNETES_CLUSTER_TYPE,
} from './annotations';

/** The address of a cluster's API server, as Backstage's Kubernetes plugin has it on a Resource. @public */
export const KUBERNETES_API_SERVER_ANNOTATION = 'kubernetes.io/api-server';

/**
 * What of a catalog entity tells which cluster it stands for.
 *
 * @public
 */
export interface ClusterEntity {
  readonly kind: string;
  readonly metadata: {
    readonly name: string;
    readonly annotations?: Readonly<Record<string, string>>;
  };
  readonly spec?: { readonly type?: unknown };
}

/**
 * The cluster that a Resource of type `kubernetes-cluster` stands for: the one that its annotation `quarterdeck.io/cluster` names; without that
 * annotation the one with the API server of its annotation `kubernetes.io/api-server`; else the one of the same name.
 *
 * @remarks
 *
 * Names are those of the cluster or one of its aliases. An annotation that names no given cluster leads to none: it is not guessed past.
 *
 * @returns undefined for other entities, and when no given cluster fits.
 *
 * @example
 * ```ts
 * const cluster = clusterOfEntity(entity, health.rows);
 * ```
 *
 * @public
 */
export function clusterOfEntity<
  T extends Pick<ClusterRow, 'cluster' | 'aliases' | 'server'>,
>(entity: ClusterEntity, clusters: readonly T[]): T | undefined {
  const { kind, metadata, spec } = entity;
  if (
    kind.toLowerCase() !== 'resource' ||
    String(spec?.type).toLowerCase() !== KUBERNETES_CLUSTER_TYPE
  ) {
    return undefined;
  }
  const annotated = metadata.annotations?.[FLEET_CLUSTER_ANNOTATION];
  if (annotated !== undefined) {
    return named(annotated, clusters);
  }
  const server = address(
    metadata.annotations?.[KUBERNETES_API_SERVER_ANNOTATION],
  );
  const byServer =
    server === undefined
      ? undefined
      : clusters.find(cluster => address(cluster.server) === server);
  return byServer ?? named(metadata.name, clusters);
}

function named<T extends Pick<ClusterRow, 'cluster' | 'aliases'>>(
  name: string,
  clusters: readonly T[],
): T | undefined {
  return (
    clusters.find(({ cluster }) => cluster === name) ??
    clusters.find(({ aliases }) => aliases.includes(name))
  );
}

/** An address in one spelling; undefined when it is none. */
function address(url: string | undefined): string | undefined {
  return url !== undefined && URL.canParse(url)
    ? new URL(url).href.replace(/\/+$/, '')
    : undefined;
}
