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

import { accessModes, Cells, NONE, UNSET } from './Cells';
import { age } from './humanDuration';

const ROLE_PREFIX = 'node-role.kubernetes.io/';

function nodeStatus({ spec, status = {} }: any): string {
  const ready = status.conditions?.find((each: any) => each.type === 'Ready');
  const words = [];
  if (!ready) words.push('Unknown');
  else words.push(ready.status === 'True' ? 'Ready' : 'NotReady');
  if (spec?.unschedulable) words.push('SchedulingDisabled');
  return words.join(',');
}

function nodeRoles(labels: Record<string, string> | undefined): string {
  const roles = Object.entries(labels ?? {}).flatMap(([key, value]) => {
    if (key.startsWith(ROLE_PREFIX)) return [key.slice(ROLE_PREFIX.length)];
    return key === 'kubernetes.io/role' && value ? [value] : [];
  });
  return [...new Set(roles)].filter(Boolean).sort().join(',') || NONE;
}

export const nodeCells: Cells = (node, now) => {
  const { metadata, status = {} } = node;
  const info = status.nodeInfo ?? {};
  const address = (type: string) =>
    status.addresses?.find((each: any) => each.type === type)?.address ?? NONE;
  const kernel = info.kernelVersion || '<unknown>';
  return [
    metadata.name,
    nodeStatus(node),
    nodeRoles(metadata.labels),
    age(metadata.creationTimestamp, now),
    info.kubeletVersion ?? '',
    address('InternalIP'),
    address('ExternalIP'),
    info.osImage || '<unknown>',
    info.architecture ? `${kernel} (${info.architecture})` : kernel,
    info.containerRuntimeVersion || '<unknown>',
  ];
};

function eventSource(event: any): string {
  const component = event.source?.component || event.reportingComponent || '';
  const host = event.source?.host || event.reportingInstance || '';
  return host ? `${component}, ${host}` : component;
}

export const eventCells: Cells = (event, now) => {
  const first = event.firstTimestamp ?? event.eventTime;
  const last =
    event.series?.lastObservedTime ?? event.lastTimestamp ?? first ?? undefined;
  const about = event.involvedObject ?? {};
  const count = event.series?.count ?? event.count ?? 1;
  return [
    age(last, now),
    event.type ?? '',
    event.reason ?? '',
    `${String(about.kind ?? '').toLowerCase()}/${about.name ?? ''}`,
    about.fieldPath ?? '',
    eventSource(event),
    String(event.message ?? '').trim(),
    age(first, now),
    count,
    event.metadata.name,
  ];
};

export const persistentVolumeClaimCells: Cells = (claim, now) => {
  const { metadata, spec = {}, status = {} } = claim;
  const bound = Boolean(spec.volumeName);
  return [
    metadata.name,
    metadata.deletionTimestamp ? 'Terminating' : status.phase,
    spec.volumeName ?? '',
    bound ? (status.capacity?.storage ?? '') : '',
    bound ? accessModes(status.accessModes) : '',
    spec.storageClassName ?? '',
    spec.volumeAttributesClassName ?? UNSET,
    age(metadata.creationTimestamp, now),
    spec.volumeMode ?? UNSET,
  ];
};

export const persistentVolumeCells: Cells = (volume, now) => {
  const { metadata, spec = {}, status = {} } = volume;
  const claim = spec.claimRef;
  return [
    metadata.name,
    spec.capacity?.storage ?? '',
    accessModes(spec.accessModes),
    spec.persistentVolumeReclaimPolicy ?? '',
    metadata.deletionTimestamp ? 'Terminating' : status.phase,
    claim ? `${claim.namespace}/${claim.name}` : '',
    spec.storageClassName ?? '',
    spec.volumeAttributesClassName ?? UNSET,
    status.reason ?? '',
    age(metadata.creationTimestamp, now),
    spec.volumeMode ?? UNSET,
  ];
};
