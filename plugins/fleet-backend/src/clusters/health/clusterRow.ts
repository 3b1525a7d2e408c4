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
  ClusterFacts,
  ClusterRow,
} from '@quarterdeck/backstage-plugin-fleet-common';
import { ClusterDefinition } from '../ClusterDefinition';
import { ClusterStanding } from './clusterStanding';

export interface ClusterRowInput {
  readonly definition: ClusterDefinition;
  readonly standing: ClusterStanding;
  readonly facts: ClusterFacts;
  readonly namespaces: readonly string[] | undefined;
  readonly since: number;
  readonly lastContact: number | undefined;
  readonly incarnation: string | undefined;
  readonly version: string | undefined;
}

/** The row of a cluster. */
export function clusterRow(input: ClusterRowInput): ClusterRow {
  const { definition, standing, namespaces, ...rest } = input;
  const { name, title, aliases, source, auth, labels, demo } = definition;
  return {
    uid: name,
    cluster: name,
    namespace: '',
    name,
    title,
    aliases: [...aliases],
    ...standing,
    ...rest,
    source,
    server: serverOf(definition)?.href,
    auth,
    namespaces: namespaces && [...namespaces],
    labels: { ...labels },
    demo,
  };
}

/** The address of the API server itself; undefined behind the Kubernetes plugin's proxy, whose address says nothing of the cluster. */
export function serverOf({ endpoint }: ClusterDefinition): URL | undefined {
  return endpoint?.proxiedCluster === undefined ? endpoint?.server : undefined;
}
