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

/** Texts of the cards about networks. */
export const networkMessages = {
  network: {
    title: 'Network overview',
    description:
      'Services by type, ingresses and network policies of each cluster, and which of them nobody reaches.',
    figures: 'What connects, in numbers',
    trouble: 'What is remarkable',
    byCluster: 'Network of each cluster',
    services: 'Services',
    clusterIps: 'Cluster IP',
    nodePorts: 'Node port',
    loadBalancers: 'Load balancers',
    externalNames: 'External name',
    ingresses: 'Ingresses',
    policies: 'Policies',
    withoutAddress: 'without an address',
    withoutSelector: 'without a selector',
    withoutTls: 'without TLS',
    servicesWithoutAddress_one: 'load balancer without an address',
    servicesWithoutAddress_other: 'load balancers without an address',
    ingressesWithoutAddress_one: 'ingress without an address',
    ingressesWithoutAddress_other: 'ingresses without an address',
    servicesWithoutSelector_one: 'service without a selector',
    servicesWithoutSelector_other: 'services without a selector',
    ingressesWithoutTls_one: 'ingress without TLS',
    ingressesWithoutTls_other: 'ingresses without TLS',
    problems:
      'Without an address: load balancers {{services}}, ingresses {{ingresses}}',
    none: 'No cluster has been read',
    noneText: 'Figures show as soon as a cluster that you may see answers.',
  },
  services: {
    title: 'Services',
    description:
      'Services by type; load balancers without an address and services without a selector first.',
    totals: 'Services by type',
    service: 'Service',
    headless: 'Headless',
    ports: 'Ports',
    address: 'Address',
    noAddress: 'No address',
    noAddressHint: 'Nobody has given this load balancer an address.',
    noSelector: 'No selector',
    noSelectorHint:
      'Kubernetes finds no pods for it: its endpoints have to be kept by somebody else.',
    terminating: 'Terminating',
    hasAddress: 'Has address',
    more: '+{{more}}',
    none: 'There is no service',
    noneText: 'None exists in the namespaces that you may see.',
    noneMarked: 'No service is without an address or a selector',
  },
  ingresses: {
    title: 'Ingresses',
    description: 'Hosts with their class, address and whether TLS is set up.',
    totals: 'Ingresses in numbers',
    ingress: 'Ingress',
    hosts: 'Hosts',
    class: 'Class',
    defaultClass: 'Default',
    tls: 'TLS',
    tlsAll: 'Yes',
    tlsSome: 'Some hosts',
    tlsNone: 'No',
    withAddress: 'with an address',
    noAddressHint:
      'No controller has given it an address: none serves its class, or its load balancer has none.',
    none: 'There is no ingress',
    noneText: 'None exists in the namespaces that you may see.',
    noneTroubled: 'Every ingress has an address',
  },
  isolation: {
    title: 'Network policies',
    description:
      'Which namespaces are isolated by network policies, and which have none.',
    totals: 'Namespaces by isolation',
    byCluster: 'Namespaces of each cluster',
    ingress: 'Ingress',
    egress: 'Egress',
    ingressTotal: 'isolated for ingress',
    egressTotal: 'isolated for egress',
    open: 'without a policy',
    openSeries: 'Without a policy',
    partly: 'Some pods or egress alone',
    isolated: 'All pods isolated for ingress',
    all: 'All pods',
    some: 'Some pods',
    notIsolated: 'Open',
    hideSystem: 'Leave out namespaces of the system',
    hideSystemHint:
      'Those that Kubernetes and the distribution made, such as kube-system.',
    clustersSetting: 'Bars at most',
    policies: 'Policies',
    namespaces: 'Namespaces',
    more_one: '+ {{clusters}} more cluster',
    more_other: '+ {{clusters}} more clusters',
    shown: 'Shows {{shown}} of {{total}}, open ones first.',
    none: 'There is no namespace to show',
    noneText:
      'Namespaces of the system are left out, and those of clusters whose policies cannot be read.',
    noneOpen: 'Every namespace has a network policy',
  },
} as const;
