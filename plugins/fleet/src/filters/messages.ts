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

/** Texts of what narrows a dashboard. */
export const filterMessages = {
  filter: {
    label: 'Narrow the dashboard',
    text: 'Text',
    clusters: 'Clusters',
    cluster: 'Cluster',
    namespaces: 'Namespaces',
    namespace: 'Namespace',
    status: 'Status',
    range: 'Time',
    anyTime: 'As each card says',
    rangeHint:
      'Counts for what happened: events, warnings, restarts, rollouts and trends.',
    clear: 'Clear',
    picked: 'Picked',
    remove: 'Remove {{what}}: {{value}}',
    denied: '{{name}} (denied)',
    deniedHint: 'You may not see this cluster, or it is not connected.',
  },
  filterStatus: {
    error: 'Error',
    warning: 'Warning',
    progress: 'In progress',
    healthy: 'Healthy',
  },
  filterRange: {
    '15m': 'Last 15 minutes',
    '1h': 'Last hour',
    '6h': 'Last 6 hours',
    '24h': 'Last day',
    '7d': 'Last week',
    '30d': 'Last 30 days',
  },
} as const;
