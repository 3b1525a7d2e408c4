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
  certificatesResource,
  certificatesTotalsView,
} from '@acme/backstage-plugin-certificates-common';
import {
  aggregateView,
  ClusterCounters,
  contribution,
} from '@quarterdeck/backstage-plugin-fleet-node';
import { certificateCounters, countCertificate } from './certificateCounters';

type Part = ClusterCounters<(typeof certificateCounters)[number]>;

const isKnown = (part: Part) => part.known(certificatesResource);

function totalsOf(parts: readonly Part[]) {
  const sum = (counter: (typeof certificateCounters)[number]) =>
    parts.reduce((total, { counters }) => total + counters[counter], 0);
  const ready = sum('ready');
  const notReady = sum('notReady');
  const unknown = sum('unknown');
  return { certificates: ready + notReady + unknown, ready, notReady, unknown };
}

/** Counts of certificates by cluster. */
export const certificatesTotals = aggregateView(certificatesTotalsView, {
  visibility: 'rows',
  counters: certificateCounters,
  contributions: [contribution(certificatesResource, countCertificate)],
  row: part =>
    isKnown(part) ? { cluster: part.cluster, ...totalsOf([part]) } : undefined,
  summarise: parts => {
    const known = parts.filter(isKnown);
    return {
      clusters: known.length,
      ...(known.length > 0 && totalsOf(known)),
    };
  },
});
