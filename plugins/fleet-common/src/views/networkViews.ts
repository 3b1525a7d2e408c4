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

import { z } from 'zod';
import { ingressRowSchema } from '../resources/ingresses';
import { serviceRowSchema, serviceTypeSchema } from '../resources/services';
import { createViewRef } from './ViewRef';
import { rowKey } from './rowKey';

const count = z.number().int();
const perhaps = count.optional();

/** Services; those without an address or a selector first. @public */
export const servicesView = createViewRef({
  id: 'services.status',
  title: 'Services',
  params: z.object({
    types: z.array(serviceTypeSchema).optional(),
    /** Only LoadBalancers without an address, Services without a selector, and those that are being deleted. */
    onlyMarked: z.boolean().default(false),
  }),
  row: serviceRowSchema,
  summary: z.object({
    clusterIps: count,
    nodePorts: count,
    loadBalancers: count,
    externalNames: count,
    headless: count,
    withoutAddress: count,
    withoutSelector: count,
  }),
  key: rowKey,
  sorts: ['severity', 'name', 'type', 'cluster', 'namespace', 'age'],
});

/** Ingresses; those without an address first. @public */
export const ingressesView = createViewRef({
  id: 'ingresses.status',
  title: 'Ingresses',
  params: z.object({
    className: z.string().max(253).optional(),
    /** Leaves out those that have an address. */
    onlyTroubled: z.boolean().default(false),
  }),
  row: ingressRowSchema,
  summary: z.object({
    withAddress: count,
    withoutAddress: count,
    /** Those with a host that they name no certificate for. */
    withoutTls: count,
  }),
  key: rowKey,
  sorts: ['severity', 'name', 'class', 'cluster', 'namespace', 'age'],
});

/** Counts of what connects; absent where the kind was never read. @public */
export const networkFiguresSchema = z.object({
  services: perhaps,
  clusterIps: perhaps,
  nodePorts: perhaps,
  loadBalancers: perhaps,
  externalNames: perhaps,
  servicesWithoutAddress: perhaps,
  servicesWithoutSelector: perhaps,
  ingresses: perhaps,
  ingressesWithoutAddress: perhaps,
  ingressesWithoutTls: perhaps,
  policies: perhaps,
});

/** @public */
export type NetworkFigures = z.infer<typeof networkFiguresSchema>;

/** Services, ingresses and network policies of each cluster in numbers. @public */
export const networkOverviewView = createViewRef({
  id: 'network.overview',
  title: 'Network overview',
  params: z.object({}),
  row: networkFiguresSchema.extend({ cluster: z.string(), title: z.string() }),
  summary: networkFiguresSchema,
  key: row => row.cluster,
});
