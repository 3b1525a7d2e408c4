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
  ingressesResource,
  IngressRow,
} from '@quarterdeck/backstage-plugin-fleet-common';
import {
  ProjectionContext,
  watchedResource,
} from '@quarterdeck/backstage-plugin-fleet-node';
import { LoadBalancerAddress, loadBalancerAddresses } from './loadBalancer';
import { objectHead, ObjectMetadata } from './objectHead';

const OLD_CLASS = 'kubernetes.io/ingress.class';
const ANY_HOST = '*';

interface IngressTls {
  hosts?: string[];
}

interface Ingress {
  metadata: ObjectMetadata & { annotations?: Record<string, string> };
  spec?: {
    ingressClassName?: string;
    rules?: { host?: string }[];
    tls?: IngressTls[];
  };
  status?: { loadBalancer?: { ingress?: LoadBalancerAddress[] } };
}

/** Ingresses of every namespace, watched while somebody looks. */
export const ingresses = watchedResource(ingressesResource, {
  group: 'networking.k8s.io',
  version: 'v1',
  plural: 'ingresses',
  keep: 'while-viewed',
  fields: [
    'metadata.creationTimestamp',
    'metadata.deletionTimestamp',
    `metadata.annotations[${OLD_CLASS}]`,
    'spec.ingressClassName',
    'spec.rules.host',
    'spec.tls.hosts',
    'status.loadBalancer.ingress.ip',
    'status.loadBalancer.ingress.hostname',
  ],
  project: ingressRow,
});

function ingressRow(
  { metadata, spec, status }: Ingress,
  context: ProjectionContext,
): IngressRow {
  const { intern } = context;
  const className = spec?.ingressClassName ?? metadata.annotations?.[OLD_CLASS];
  const hosts = hostsOf(spec?.rules ?? []);
  const addresses = loadBalancerAddresses(status?.loadBalancer?.ingress);
  return {
    ...objectHead(metadata, context),
    ...standing(addresses, metadata.deletionTimestamp),
    className: intern(className ?? ''),
    hosts,
    tls: tlsOf(hosts, spec?.tls ?? []),
    addresses: addresses.map(intern),
  };
}

/** Without any rule the default backend answers every host. */
function hostsOf(rules: readonly { host?: string }[]): string[] {
  return rules.length === 0
    ? [ANY_HOST]
    : [...new Set(rules.map(({ host }) => host || ANY_HOST))];
}

function standing(
  addresses: readonly string[],
  deleted: string | undefined,
): Pick<IngressRow, 'status' | 'severity'> {
  if (deleted) return { status: 'Terminating', severity: 'progress' };
  return addresses.length === 0
    ? { status: 'No address', severity: 'warning' }
    : { status: 'Has address' };
}

/** An entry without hosts is for all of them; a wildcard is for one level. */
function tlsOf(
  hosts: readonly string[],
  entries: readonly IngressTls[],
): IngressRow['tls'] {
  if (entries.length === 0) return 'none';
  if (entries.some(entry => !entry.hosts?.length)) return 'all';
  const named = new Set(entries.flatMap(entry => entry.hosts ?? []));
  const covered = hosts.filter(
    host => named.has(host) || named.has(host.replace(/^[^.]+/, '*')),
  );
  if (covered.length === hosts.length) return 'all';
  return covered.length > 0 ? 'some' : 'none';
}
