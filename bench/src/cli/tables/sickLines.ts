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

const both = (
  label: string,
  unit: string,
  path: (kind: 'alone' | 'among') => string,
  ratio?: string,
): Line => ({
  label,
  unit,
  left: path('alone'),
  right: path('among'),
  ratio: ratio && `ratios.${ratio}`,
});

const ours = (label: string, unit: string, path: string, ratio?: string) =>
  both(label, unit, kind => `sick.ours.${kind}.${path}`, ratio);

const informers = (label: string, unit: string, path: string, ratio?: string) =>
  both(
    `Informers: ${label}`,
    unit,
    kind => `sick.peers.${kind}.${path}`,
    ratio,
  );

const polling = (label: string, unit: string, path: string) =>
  both(
    `Kubernetes plugin, one tab: ${label}`,
    unit,
    kind => `sick.polling.${kind}.${path}`,
  );

/** The healthy clusters alone, and among the sick. */
export const sickLines: readonly Line[] = [
  ours(
    'All healthy clusters complete',
    's',
    'coldSync.completeSeconds',
    'sickComplete',
  ),
  ours(
    'First cluster complete',
    's',
    'coldSync.firstClusterSeconds',
    'sickFirstCluster',
  ),
  ours('Cold sync, CPU', 's', 'coldSync.cpuSeconds'),
  ours(
    'Cold sync, longest stall of the event loop',
    'ms',
    'coldSync.longestStallMs',
  ),
  ours(
    'From the API server’s answer to client, p50, all viewers',
    'ms',
    'manyViewers.afterWriteMs.p50',
    'sickLatencyMedian',
  ),
  ours(
    'From the API server’s answer to client, p99, all viewers',
    'ms',
    'manyViewers.afterWriteMs.p99',
    'sickLatency',
  ),
  ours(
    'CPU, part of a core, all viewers',
    '%',
    'manyViewers.cpuCores',
    'sickCpu',
  ),
  ours('Longest stall of all', 'ms', 'longestStallMs'),
  ours(
    'Requests to API servers a minute',
    '',
    'manyViewers.requests.allPerMinute',
  ),
  informers(
    'all healthy clusters complete',
    's',
    'coldSync.completeSeconds',
    'informersSickComplete',
  ),
  informers(
    'from the API server’s answer to callback, p99',
    'ms',
    'unwatched.afterWriteMs.p99',
  ),
  informers('longest stall of all', 'ms', 'longestStallMs'),
  informers(
    'requests to API servers a minute',
    '',
    'unwatched.requests.allPerMinute',
  ),
  polling('answers in the time', '', 'answers'),
  polling('from asking to the answer, p50', 'ms', 'answerMs.p50'),
  polling('tabs without any answer at the end', '', 'unanswered'),
];
