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
  daemonSetsResource,
  WorkloadRow,
} from '@quarterdeck/backstage-plugin-fleet-common';
import {
  ProjectionContext,
  watchedResource,
} from '@quarterdeck/backstage-plugin-fleet-node';
import {
  availability,
  isObserved,
  PodTemplate,
  workloadHead,
  WorkloadMetadata,
  workloadMetadataFields,
} from './WorkloadObject';

interface DaemonSet {
  metadata: WorkloadMetadata;
  spec?: { updateStrategy?: { type?: string }; template?: PodTemplate };
  status?: {
    observedGeneration?: number;
    desiredNumberScheduled?: number;
    numberReady?: number;
    updatedNumberScheduled?: number;
    numberAvailable?: number;
  };
}

/** DaemonSets of every namespace, watched from the start. */
export const daemonSets = watchedResource(daemonSetsResource, {
  group: 'apps',
  version: 'v1',
  plural: 'daemonsets',
  keep: 'always',
  fields: [
    ...workloadMetadataFields,
    'spec.updateStrategy.type',
    'spec.template.spec.containers.image',
    'status.observedGeneration',
    'status.desiredNumberScheduled',
    'status.numberReady',
    'status.updatedNumberScheduled',
    'status.numberAvailable',
  ],
  project: daemonSetRow,
});

function daemonSetRow(set: DaemonSet, context: ProjectionContext): WorkloadRow {
  const { metadata, spec, status } = set;
  const wanted = status?.desiredNumberScheduled ?? 0;
  const updated = status?.updatedNumberScheduled ?? 0;
  const available = status?.numberAvailable ?? 0;
  const rolling =
    !isObserved(metadata, status) ||
    (spec?.updateStrategy?.type !== 'OnDelete' && updated < wanted);
  return {
    ...workloadHead(metadata, spec?.template, context),
    kind: 'DaemonSet',
    ...(rolling
      ? { status: 'Progressing' as const, severity: 'progress' as const }
      : availability(available, wanted)),
    replicas: wanted,
    ready: status?.numberReady ?? 0,
    updated,
    available,
    controller: '',
  };
}
