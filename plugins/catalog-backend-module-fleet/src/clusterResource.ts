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
  ANNOTATION_LOCATION,
  ANNOTATION_ORIGIN_LOCATION,
  Entity,
  EntityLink,
  parseEntityRef,
  ResourceEntity,
} from '@backstage/catalog-model';
import {
  clusterPath,
  ClusterRow,
  FLEET_CLUSTER_ANNOTATION,
  groupableClusterFacts,
  KUBERNETES_API_SERVER_ANNOTATION,
  KUBERNETES_CLUSTER_TYPE,
} from '@quarterdeck/backstage-plugin-fleet-common';
import { FleetCatalogOptions } from './FleetCatalogOptions';

const LOCATION_TYPE = 'fleet';
const OWNER_LABEL = 'backstage.io/owner';
const LONGEST_LABEL = 63;

/** Whether an entity is one that was made here. */
export function isOwn(entity: Entity): boolean {
  const location = entity.metadata.annotations?.[ANNOTATION_LOCATION];
  return location?.startsWith(`${LOCATION_TYPE}:`) ?? false;
}

/** The entity of a cluster under some name. */
export function clusterResource(
  row: ClusterRow,
  name: string,
  options: FleetCatalogOptions,
): ResourceEntity {
  const location = `${LOCATION_TYPE}:${row.cluster}`;
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Resource',
    metadata: {
      name,
      namespace: options.namespace,
      title: plain(row.title) || row.cluster,
      description: descriptionOf(row),
      labels: labelsOf(row),
      annotations: {
        [ANNOTATION_LOCATION]: location,
        [ANNOTATION_ORIGIN_LOCATION]: location,
        [FLEET_CLUSTER_ANNOTATION]: row.cluster,
        ...(options.apiServer &&
          row.server && { [KUBERNETES_API_SERVER_ANNOTATION]: row.server }),
      },
      links: linksOf(row, options.page),
    },
    spec: {
      type: KUBERNETES_CLUSTER_TYPE,
      owner: ownerOf(row) ?? options.defaultOwner ?? 'unknown',
    },
  };
}

/** Who owns a cluster as its labels have it; undefined when they do not, or not as an entity ref. */
export function ownerOf({ labels }: ClusterRow): string | undefined {
  const owner = labels[OWNER_LABEL];
  if (!owner) {
    return undefined;
  }
  try {
    parseEntityRef(owner, { defaultKind: 'Group' });
    return owner;
  } catch {
    return undefined;
  }
}

function descriptionOf({ facts, version, demo }: ClusterRow): string {
  const place = [facts.provider?.value, facts.region?.value].filter(Boolean);
  const text = [
    demo ? 'Simulated Kubernetes cluster' : 'Kubernetes cluster',
    version && ` ${version}`,
    facts.distribution && ` (${facts.distribution.value})`,
    place.length > 0 && ` on ${place.join(', ')}`,
  ];
  return plain(text.filter(Boolean).join(''));
}

function labelsOf({ facts }: ClusterRow): Record<string, string> {
  const labels = groupableClusterFacts.flatMap(fact => {
    const value = labelValue(facts[fact]?.value ?? '');
    return value ? [[`quarterdeck.io/${fact}`, value]] : [];
  });
  return Object.fromEntries(labels);
}

function linksOf(
  { cluster, facts }: ClusterRow,
  page: string | undefined,
): EntityLink[] {
  const links: EntityLink[] = [];
  if (page) {
    links.push({
      url: `${page}/${clusterPath(cluster)}`,
      title: 'Cluster in the fleet',
    });
  }
  const console = facts.console?.value;
  if (
    console &&
    URL.canParse(console) &&
    new URL(console).protocol === 'https:'
  ) {
    links.push({ url: console, title: "Provider's console" });
  }
  return links;
}

/** What the catalog takes for the value of a label. */
function labelValue(text: string): string {
  return text
    .replace(/[^a-zA-Z0-9]+/g, run => (/^[-_.]$/.test(run) ? run : '-'))
    .slice(0, LONGEST_LABEL)
    .replace(/^[^a-zA-Z0-9]+|[^a-zA-Z0-9]+$/g, '');
}

/** Text that others wrote, on one line and not endless. */
function plain(text: string): string {
  return text
    .replace(/\p{Cc}+/gu, ' ')
    .trim()
    .slice(0, 300);
}
