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

import { PodPhaseCounts } from '@quarterdeck/backstage-plugin-fleet-common';
import { StatusTone } from '@quarterdeck/backstage-plugin-fleet-react';

/** One phase of pods as it is drawn. */
export interface PodPhase {
  id: Exclude<keyof PodPhaseCounts, 'pods'>;
  tone: StatusTone;
  quiet?: boolean;
}

/** The phases, worst first. */
export const podPhases: readonly PodPhase[] = [
  { id: 'failed', tone: 'error' },
  { id: 'unknown', tone: 'orange' },
  { id: 'pending', tone: 'warning' },
  { id: 'running', tone: 'healthy' },
  { id: 'succeeded', tone: 'unknown', quiet: true },
];

/** Pods that neither run nor have succeeded. */
export function notUp(counts: PodPhaseCounts): number {
  return (counts.failed ?? 0) + (counts.unknown ?? 0) + (counts.pending ?? 0);
}

const PASSING = new Set([
  'SchedulingGated',
  'Pending',
  'ContainerCreating',
  'PodInitializing',
  'Init',
  'Terminating',
]);

const WORTH_A_LOOK = new Set(['Unschedulable', 'NotReady']);

/** The tone of a reason why pods are not up, as the severity of the pods themselves is. */
export function reasonTone(reason: string): StatusTone {
  if (PASSING.has(reason)) return 'progress';
  return WORTH_A_LOOK.has(reason) ? 'warning' : 'error';
}

/** A reason over all clusters. */
export interface ReasonRow {
  reason: string;
  tone: StatusTone;
  pods: number;
  clusters: { cluster: string; title: string; pods: number }[];
}

const TONES: readonly StatusTone[] = ['error', 'warning', 'progress'];

/** The reasons of all clusters, worst first and then the most frequent, each with the clusters that have the most of it first. */
export function reasonRows(
  rows: ReadonlyArray<{
    cluster: string;
    title: string;
    reasons: Readonly<Record<string, number>>;
  }>,
): ReasonRow[] {
  const byReason = new Map<string, ReasonRow>();
  for (const { cluster, title, reasons } of rows) {
    for (const [reason, pods] of Object.entries(reasons)) {
      const row = byReason.get(reason) ?? {
        reason,
        tone: reasonTone(reason),
        pods: 0,
        clusters: [],
      };
      byReason.set(reason, row);
      row.pods += pods;
      row.clusters.push({ cluster, title, pods });
    }
  }
  for (const row of byReason.values()) {
    row.clusters.sort((a, b) => b.pods - a.pods);
  }
  return [...byReason.values()].sort(
    (a, b) =>
      TONES.indexOf(a.tone) - TONES.indexOf(b.tone) ||
      b.pods - a.pods ||
      (a.reason < b.reason ? -1 : 1),
  );
}
