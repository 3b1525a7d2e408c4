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
  ServiceRow,
  servicesResource,
  serviceTypeSchema,
} from '@quarterdeck/backstage-plugin-fleet-common';
import {
  ProjectionContext,
  watchedResource,
} from '@quarterdeck/backstage-plugin-fleet-node';
import { LoadBalancerAddress, loadBalancerAddresses } from './loadBalancer';
import { objectHead, ObjectMetadata } from './objectHead';

interface ServicePort {
  port?: number;
  nodePort?: number;
  protocol?: string;
}

interface Service {
  metadata: ObjectMetadata;
  spec?: {
    type?: string;
    clusterIP?: string;
    externalName?: string;
    externalIPs?: string[];
    selector?: Record<string, string>;
    ports?: ServicePort[];
  };
  status?: { loadBalancer?: { ingress?: LoadBalancerAddress[] } };
}

/** Services of every namespace, watched while somebody looks. */
export const services = watchedResource(servicesResource, {
  group: '',
  version: 'v1',
  plural: 'services',
  keep: 'while-viewed',
  fields: [
    'metadata.creationTimestamp',
    'metadata.deletionTimestamp',
    'spec.type',
    'spec.clusterIP',
    'spec.externalName',
    'spec.externalIPs',
    'spec.selector',
    'spec.ports.port',
    'spec.ports.nodePort',
    'spec.ports.protocol',
    'status.loadBalancer.ingress.ip',
    'status.loadBalancer.ingress.hostname',
  ],
  project: serviceRow,
});

function serviceRow(
  service: Service,
  context: ProjectionContext,
): ServiceRow | undefined {
  const { metadata, spec } = service;
  const type = serviceTypeSchema.safeParse(spec?.type ?? 'ClusterIP');
  if (!type.success) return undefined;
  const clusterIp = spec?.clusterIP || undefined;
  const row = {
    ...objectHead(metadata, context),
    type: type.data,
    headless: clusterIp === 'None',
    hasSelector: Object.keys(spec?.selector ?? {}).length > 0,
    ports: (spec?.ports ?? []).map(port => context.intern(portText(port))),
    addresses: addressesOf(service),
    clusterIp: clusterIp === 'None' ? undefined : clusterIp,
  };
  return { ...row, ...standing(row, metadata.deletionTimestamp) };
}

/** As kubectl writes it. */
function portText({ port, nodePort, protocol = 'TCP' }: ServicePort): string {
  return `${port ?? '?'}${nodePort ? `:${nodePort}` : ''}/${protocol}`;
}

function addressesOf({ spec, status }: Service): string[] {
  if (spec?.type === 'ExternalName') {
    return spec.externalName ? [spec.externalName] : [];
  }
  return [
    ...loadBalancerAddresses(status?.loadBalancer?.ingress),
    ...(spec?.externalIPs ?? []),
  ];
}

function standing(
  row: Pick<ServiceRow, 'type' | 'hasSelector' | 'addresses'>,
  deleted: string | undefined,
): Pick<ServiceRow, 'status' | 'severity'> {
  if (deleted) return { status: 'Terminating', severity: 'progress' };
  if (row.type === 'LoadBalancer' && row.addresses.length === 0) {
    return { status: 'No address', severity: 'warning' };
  }
  return row.type !== 'ExternalName' && !row.hasSelector
    ? { status: 'No selector' }
    : { status: 'Set up' };
}
