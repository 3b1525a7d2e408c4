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

import { Line } from './Line';

/** As many viewers look at the same component. */
export const tabLines: readonly Line[] = [
  ...(['p50', 'p99'] as const).map((part): Line => ({
    label: `Change to viewer, ${part}`,
    unit: 'ms',
    left: `ours.entityTabs.latencyMs.${part}`,
    right: `polling.latencyMs.${part}`,
    ratio:
      part === 'p50' ? 'ratios.tabLatencyMedian' : 'ratios.tabLatencyWorst',
  })),
  ...(['p50', 'p99'] as const).map((part): Line => ({
    label: `From asking to the answer, ${part} (Quarterdeck: to the first state, first viewer)`,
    unit: 'ms',
    left: 'ours.entityTabs.openMs',
    right: `polling.answerMs.${part}`,
  })),
  {
    label: 'CPU, part of a core',
    unit: '%',
    left: 'ours.entityTabs.cpuCores',
    right: 'polling.cpuCores',
    ratio: 'ratios.tabCpu',
  },
  {
    label: 'Longest stall of the event loop',
    unit: 'ms',
    left: 'ours.entityTabs.longestStallMs',
    right: 'polling.longestStallMs',
  },
  {
    label: 'Memory (RSS) at its peak (Quarterdeck: of the whole run)',
    unit: 'MB',
    left: 'ours.memory.peakRssMb',
    right: 'polling.memory.peakRssMb',
    ratio: 'ratios.tabPeakMemory',
  },
  {
    label: 'Requests to API servers a minute',
    unit: '',
    left: 'ours.entityTabs.requests.allPerMinute',
    right: 'polling.requests.allPerMinute',
  },
  {
    label: 'Lists of kinds that can be watched, a minute',
    unit: '',
    left: 'ours.entityTabs.requests.watchedListsPerMinute',
    right: 'polling.requests.watchedListsPerMinute',
  },
  {
    label: 'Lists of metrics.k8s.io a minute',
    unit: '',
    left: 'ours.entityTabs.requests.polledListsPerMinute',
    right: 'polling.requests.polledListsPerMinute',
  },
  {
    label: 'Sent by API servers, MB a second',
    unit: '',
    left: 'ours.entityTabs.requests.sentMbPerSecond',
    right: 'polling.requests.sentMbPerSecond',
  },
  {
    label: 'Sent to all viewers, MB a second',
    unit: '',
    left: 'ours.entityTabs.streamedMbPerSecond',
    right: 'polling.receivedMbPerSecond',
  },
  {
    label: 'Requests of tabs that failed',
    unit: '',
    right: 'polling.failures',
  },
  {
    label: 'Tabs without any answer at the end',
    unit: '',
    right: 'polling.unanswered',
  },
];
