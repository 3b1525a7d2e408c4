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
  podPhasesView,
  PodPhaseCounts,
  podsResource,
} from '@quarterdeck/backstage-plugin-fleet-common';
import {
  aggregateView,
  ClusterCounters,
  contribution,
} from '@quarterdeck/backstage-plugin-fleet-node';
import { FigureSources, knownSums } from './knownSums';
import { POD_REASONS, PodReason, podReason } from './podReason';

type Phase = keyof PodPhaseCounts;
type Counter = Phase | PodReason;

const PHASES: FigureSources<Phase> = {
  pods: [podsResource],
  running: [podsResource],
  pending: [podsResource],
  failed: [podsResource],
  unknown: [podsResource],
  succeeded: [podsResource],
};

const COUNTER_OF: Readonly<Record<string, Phase>> = {
  Running: 'running',
  Pending: 'pending',
  Failed: 'failed',
  Succeeded: 'succeeded',
};

/** How many pods are in which phase, and why. */
export const podPhases = aggregateView(podPhasesView, {
  visibility: 'rows',
  counters: [...(Object.keys(PHASES) as Phase[]), ...POD_REASONS] as Counter[],
  contributions: [
    contribution<any, Counter>(podsResource, (pod, add) => {
      add('pods');
      add(COUNTER_OF[pod.phase] ?? 'unknown');
      const reason = podReason(pod);
      if (reason) add(reason);
    }),
  ],
  row: part =>
    part.connection && {
      cluster: part.cluster,
      title: part.connection.title,
      ...knownSums<Phase>([part], PHASES),
      reasons: reasonsOf([part]),
    },
  summarise: parts => ({
    ...knownSums<Phase>(parts, PHASES),
    reasons: reasonsOf(parts),
  }),
});

function reasonsOf(
  parts: readonly ClusterCounters<Counter>[],
): Record<string, number> {
  const known = parts.filter(part => part.known(podsResource));
  return Object.fromEntries(
    POD_REASONS.flatMap(reason => {
      const pods = known.reduce((sum, part) => sum + part.counters[reason], 0);
      return pods > 0 ? [[reason, pods]] : [];
    }),
  );
}
