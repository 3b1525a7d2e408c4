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

import { Cells, nameAndAge, NONE, selectorCell, UNSET } from './Cells';
import { age } from './humanDuration';

const nameAndCreation: Cells = ({ metadata }) => [
  metadata.name,
  metadata.creationTimestamp,
];

const count = (value: object | undefined) => Object.keys(value ?? {}).length;

function controllerOf({ metadata }: any): string {
  const owner = metadata.ownerReferences?.find((each: any) => each.controller);
  if (!owner) return NONE;
  const [group] = owner.apiVersion.includes('/')
    ? owner.apiVersion.split('/')
    : [''];
  const kind = owner.kind.toLowerCase();
  return `${group ? `${kind}.${group}` : kind}/${owner.name}`;
}

function hpaTarget(metric: any, current: any): string {
  const { name, target = {} } =
    metric.resource ?? metric.containerResource ?? {};
  const live = (current?.resource ?? current?.containerResource)?.current;
  if (target.averageUtilization !== undefined) {
    const value =
      live?.averageUtilization === undefined
        ? '<unknown>'
        : `${live.averageUtilization}%`;
    return `${name}: ${value}/${target.averageUtilization}%`;
  }
  return `${name ?? metric.type}: ${live?.averageValue ?? '<unknown>'}/${
    target.averageValue ?? target.value ?? '<auto>'
  }`;
}

function quotaCell(status: any, limits: boolean): string {
  return Object.keys(status?.hard ?? {})
    .filter(name => name.startsWith('limits') === limits)
    .sort()
    .map(name => `${name}: ${status.used?.[name] ?? 0}/${status.hard[name]}`)
    .join(', ');
}

function subjects(binding: any, kind: string): string {
  return ((binding.subjects ?? []) as any[])
    .filter(subject => subject.kind === kind)
    .map(subject =>
      subject.namespace && kind === 'ServiceAccount'
        ? `${subject.namespace}/${subject.name}`
        : subject.name,
    )
    .join(', ');
}

const bindingCells: Cells = (binding, now) => [
  binding.metadata.name,
  `${binding.roleRef?.kind}/${binding.roleRef?.name}`,
  age(binding.metadata.creationTimestamp, now),
  subjects(binding, 'User'),
  subjects(binding, 'Group'),
  subjects(binding, 'ServiceAccount'),
];

export const otherCells: Record<string, Cells> = {
  configmaps: nameAndAge(
    ({ data, binaryData }) => count(data) + count(binaryData),
  ),
  secrets: nameAndAge(
    ({ type }) => type,
    ({ data }) => count(data),
  ),
  serviceaccounts: nameAndAge(),
  namespaces: nameAndAge(({ status }) => status?.phase ?? ''),
  limitranges: nameAndCreation,
  resourcequotas: nameAndAge(
    ({ status }) => quotaCell(status, false),
    ({ status }) => quotaCell(status, true),
  ),
  'controllerrevisions.apps': nameAndAge(
    controllerOf,
    ({ revision }) => revision,
  ),
  'customresourcedefinitions.apiextensions.k8s.io': nameAndCreation,
  'leases.coordination.k8s.io': nameAndAge(
    ({ spec }) => spec?.holderIdentity ?? '',
  ),
  'networkpolicies.networking.k8s.io': nameAndAge(({ spec }) =>
    selectorCell(spec?.podSelector),
  ),
  'poddisruptionbudgets.policy': nameAndAge(
    ({ spec }) => String(spec?.minAvailable ?? 'N/A'),
    ({ spec }) => String(spec?.maxUnavailable ?? 'N/A'),
    ({ status }) => status?.disruptionsAllowed ?? 0,
  ),
  'horizontalpodautoscalers.autoscaling': nameAndAge(
    ({ spec }) => `${spec?.scaleTargetRef?.kind}/${spec?.scaleTargetRef?.name}`,
    ({ spec, status }) =>
      ((spec?.metrics ?? []) as any[])
        .map((metric, index) =>
          hpaTarget(metric, status?.currentMetrics?.[index]),
        )
        .join(', ') || NONE,
    ({ spec }) => String(spec?.minReplicas ?? UNSET),
    ({ spec }) => spec?.maxReplicas,
    ({ status }) => status?.currentReplicas ?? 0,
  ),
  'apiservices.apiregistration.k8s.io': nameAndAge(
    ({ spec }) =>
      spec?.service
        ? `${spec.service.namespace}/${spec.service.name}`
        : 'Local',
    ({ status }) =>
      status?.conditions?.find((each: any) => each.type === 'Available')
        ?.status ?? 'Unknown',
  ),
  'ingressclasses.networking.k8s.io': nameAndAge(
    ({ spec }) => spec?.controller ?? '',
    () => NONE,
  ),
  'priorityclasses.scheduling.k8s.io': (priorityClass, now) => {
    const { metadata, value, globalDefault, preemptionPolicy } = priorityClass;
    return [
      metadata.name,
      value,
      globalDefault ?? false,
      age(metadata.creationTimestamp, now),
      preemptionPolicy ?? 'PreemptLowerPriority',
    ];
  },
  'roles.rbac.authorization.k8s.io': nameAndCreation,
  'clusterroles.rbac.authorization.k8s.io': nameAndCreation,
  'rolebindings.rbac.authorization.k8s.io': bindingCells,
  'clusterrolebindings.rbac.authorization.k8s.io': bindingCells,
  'storageclasses.storage.k8s.io': nameAndAge(
    ({ provisioner }) => provisioner,
    ({ reclaimPolicy }) => reclaimPolicy ?? 'Delete',
    ({ volumeBindingMode }) => volumeBindingMode ?? '<unset>',
    ({ allowVolumeExpansion }) => allowVolumeExpansion ?? false,
  ),
};
