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
  networkOverviewView,
  networkPoliciesResource,
  servicesResource,
} from '@quarterdeck/backstage-plugin-fleet-common';
import {
  aggregateView,
  contribution,
} from '@quarterdeck/backstage-plugin-fleet-node';
import { FigureSources, knownSums } from './knownSums';

const SOURCES = {
  services: [servicesResource],
  clusterIps: [servicesResource],
  nodePorts: [servicesResource],
  loadBalancers: [servicesResource],
  externalNames: [servicesResource],
  servicesWithoutAddress: [servicesResource],
  servicesWithoutSelector: [servicesResource],
  ingresses: [ingressesResource],
  ingressesWithoutAddress: [ingressesResource],
  ingressesWithoutTls: [ingressesResource],
  policies: [networkPoliciesResource],
} as const;

type Figure = keyof typeof SOURCES;

const OF_TYPE = {
  ClusterIP: 'clusterIps',
  NodePort: 'nodePorts',
  LoadBalancer: 'loadBalancers',
  ExternalName: 'externalNames',
} as const;

/** Services, ingresses and network policies of each cluster in numbers. */
export const networkOverview = aggregateView(networkOverviewView, {
  visibility: 'rows',
  counters: Object.keys(SOURCES) as Figure[],
  contributions: [
    contribution(servicesResource, (service, add) => {
      add('services');
      add(OF_TYPE[service.type]);
      if (service.status === 'No address') add('servicesWithoutAddress');
      if (service.status === 'No selector') add('servicesWithoutSelector');
    }),
    contribution(ingressesResource, (ingress, add) => {
      add('ingresses');
      if (ingress.addresses.length === 0) add('ingressesWithoutAddress');
      if (ingress.tls !== 'all') add('ingressesWithoutTls');
    }),
    contribution(networkPoliciesResource, (_, add) => add('policies')),
  ],
  row: part => ({
    cluster: part.cluster,
    title: part.connection?.title ?? part.cluster,
    ...knownSums([part], SOURCES as FigureSources<Figure>),
  }),
  summarise: parts => knownSums(parts, SOURCES as FigureSources<Figure>),
});
