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

import { Cells, labelsCell, nameAndAge, NONE, UNSET } from './Cells';
import { age } from './humanDuration';

function externalAddress({ spec, status }: any): string {
  const external: string[] = spec.externalIPs ?? [];
  if (spec.type === 'ExternalName') return spec.externalName;
  if (spec.type !== 'LoadBalancer') return external.join(',') || NONE;
  const balanced = ((status?.loadBalancer?.ingress ?? []) as any[]).map(
    each => each.ip || each.hostname,
  );
  return [...balanced, ...external].join(',') || '<pending>';
}

function servicePorts(ports: any[] | undefined): string {
  const texts = (ports ?? []).map(({ port, nodePort, protocol = 'TCP' }) =>
    nodePort ? `${port}:${nodePort}/${protocol}` : `${port}/${protocol}`,
  );
  return texts.join(',') || NONE;
}

export const serviceCells: Cells = (service, now) => {
  const { metadata, spec = {} } = service;
  return [
    metadata.name,
    spec.type ?? 'ClusterIP',
    spec.clusterIPs?.[0] ?? spec.clusterIP ?? NONE,
    externalAddress(service),
    servicePorts(spec.ports),
    age(metadata.creationTimestamp, now),
    labelsCell(spec.selector),
  ];
};

/** The first three of a list, and how many more there are. */
function shorten(values: string[]): string {
  const shown = values.slice(0, 3).join(',');
  const more = values.length - 3;
  return more > 0 ? `${shown} + ${more} more...` : shown;
}

export const endpointsCells = nameAndAge(({ subsets }) => {
  const addresses = ((subsets ?? []) as any[]).flatMap(subset =>
    ((subset.ports ?? []) as any[]).flatMap(port =>
      ((subset.addresses ?? []) as any[]).map(
        address => `${address.ip}:${port.port}`,
      ),
    ),
  );
  return shorten(addresses) || NONE;
});

export const endpointSliceCells = nameAndAge(
  ({ addressType }) => addressType,
  ({ ports }) =>
    shorten(((ports ?? []) as any[]).map(each => String(each.port ?? '*'))) ||
    UNSET,
  ({ endpoints }) =>
    shorten(
      ((endpoints ?? []) as any[]).flatMap(each => each.addresses ?? []),
    ) || UNSET,
);

export const ingressCells = nameAndAge(
  ({ spec }) => spec?.ingressClassName ?? NONE,
  ({ spec }) => {
    const hosts = ((spec?.rules ?? []) as any[])
      .map(rule => rule.host)
      .filter(Boolean);
    return shorten(hosts) || '*';
  },
  ({ status }) =>
    ((status?.loadBalancer?.ingress ?? []) as any[])
      .map(each => each.ip || each.hostname)
      .join(','),
  ({ spec }) => (spec?.tls?.length ? '80, 443' : '80'),
);
