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

import { SubscriptionInput } from '@quarterdeck/backstage-plugin-fleet-common';

/** The subscription in which probes show: they have the most restarts of all. */
export const PROBE_SUBSCRIPTION = 'most-restarts';

type View = Omit<SubscriptionInput, 'id'>;

/** What some people would look at together: lists in many orders and scopes, and the cards of the first dashboard. */
export function twentyViews(clusters: readonly string[]): SubscriptionInput[] {
  const [first] = clusters;
  const second = clusters[1] ?? first;
  const few = clusters.slice(0, 5);
  const views: Record<string, View> = {
    health: { view: 'clusters.health' },
    issues: { view: 'pods.issues' },
    'issues-by-restarts': {
      view: 'pods.issues',
      window: { sort: 'restarts' },
    },
    'issues-of-one': { view: 'pods.issues', scope: { clusters: [first] } },
    'issues-of-few': {
      view: 'pods.issues',
      params: { severities: ['error'] },
      scope: { clusters: few },
    },
    [PROBE_SUBSCRIPTION]: {
      view: 'pods.list',
      window: { sort: 'restarts' },
    },
    'pods-by-name': { view: 'pods.list', window: { sort: 'name' } },
    'pods-newest': {
      view: 'pods.list',
      window: { sort: 'age', descending: true },
    },
    'pods-by-status-further-down': {
      view: 'pods.list',
      window: { sort: 'status', offset: 1_000 },
    },
    'pods-by-cluster-searched': {
      view: 'pods.list',
      window: { sort: 'cluster', search: 'cart-api' },
    },
    'pods-of-two-by-node': {
      view: 'pods.list',
      scope: { clusters: [...new Set([first, second])] },
      window: { sort: 'node' },
    },
    'pods-of-team-by-restarts': {
      view: 'pods.list',
      scope: { namespaces: ['checkout-1'] },
      window: { sort: 'restarts', limit: 100 },
    },
    'pods-of-one-searched': {
      view: 'pods.list',
      scope: { clusters: [second] },
      window: { sort: 'name', search: 'worker' },
    },
    'pods-running': {
      view: 'pods.list',
      params: { phase: 'Running' },
      window: { sort: 'namespace', limit: 100 },
    },
    deployments: { view: 'deployments.status' },
    'deployments-of-one': {
      view: 'deployments.status',
      scope: { clusters: [first] },
      window: { sort: 'name', limit: 100 },
    },
    'deployments-troubled': {
      view: 'deployments.status',
      params: { onlyTroubled: true },
    },
    events: { view: 'events.recent' },
    warnings: { view: 'events.recent', params: { type: 'Warning' } },
    nodes: { view: 'nodes.list' },
  };
  return Object.entries(views).map(([id, view]) => ({ id, ...view }));
}
