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
  Isolation,
  namespaceIsolationView,
  namespacesResource,
  networkPoliciesResource,
  NetworkPolicyRow,
  ViewRow,
} from '@quarterdeck/backstage-plugin-fleet-common';
import { aggregateView } from '@quarterdeck/backstage-plugin-fleet-node';
import { byLargest, byNumber, byText, inOrder } from './orders';
import { isSystemNamespace } from './systemNamespaces';

type IsolationRow = ViewRow<typeof namespaceIsolationView>;

const RANK: Readonly<Record<Isolation, number>> = { none: 0, some: 1, all: 2 };

/** Which namespaces network policies isolate; the open ones first. */
export const namespaceIsolation = aggregateView(namespaceIsolationView, {
  visibility: 'rows',
  counters: [],
  contributions: [],
  reads: {
    namespaces: namespacesResource,
    policies: networkPoliciesResource,
  },
  namespaceRow: (
    { cluster, namespace, rows, known },
    { hideSystem, onlyOpen },
  ) => {
    const { namespaces, policies } = rows;
    if (
      namespaces.length === 0 ||
      !known(networkPoliciesResource) ||
      (hideSystem && isSystemNamespace(namespace)) ||
      (onlyOpen && policies.length > 0)
    ) {
      return undefined;
    }
    return {
      cluster,
      namespace,
      policies: policies.length,
      ingress: isolation(policies.filter(policy => policy.ingress)),
      egress: isolation(policies.filter(policy => policy.egress)),
    };
  },
  compare: inOrder<IsolationRow>(
    byNumber(row => Math.min(1, row.policies)),
    byNumber(row => RANK[row.ingress] + RANK[row.egress]),
    byText(row => row.cluster),
    byText(row => row.namespace),
  ),
  summarise: (_, __, rows) => {
    const ofClusters = new Map<string, IsolationRow[]>();
    for (const row of rows) {
      const known = ofClusters.get(row.cluster);
      if (known) known.push(row);
      else ofClusters.set(row.cluster, [row]);
    }
    return {
      ...figures(rows),
      clusters: [...ofClusters]
        .map(([cluster, some]) => ({ cluster, ...figures(some) }))
        .sort(
          inOrder(
            byLargest(({ open }) => open),
            byText(({ cluster }) => cluster),
          ),
        ),
    };
  },
});

function isolation(policies: readonly NetworkPolicyRow[]): Isolation {
  if (policies.length === 0) return 'none';
  return policies.some(({ allPods }) => allPods) ? 'all' : 'some';
}

function figures(rows: readonly IsolationRow[]) {
  return {
    namespaces: rows.length,
    ingress: rows.filter(row => row.ingress === 'all').length,
    egress: rows.filter(row => row.egress === 'all').length,
    open: rows.filter(row => row.policies === 0).length,
  };
}
