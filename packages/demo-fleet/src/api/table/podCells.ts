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

import type { KubeObject } from '../../store/KubeObject';
import { age } from './humanDuration';
import { Cells, NONE } from './Cells';

/** The row of a pod, by the rules of the server's own printer. */
export const podCells: Cells = (pod, now) => {
  const { spec = {}, status = {}, metadata } = pod;
  const gates = spec.readinessGates as any[] | undefined;
  const conditions: any[] = status.conditions ?? [];
  const trueGates = gates?.filter(gate =>
    conditions.some(
      condition =>
        condition.type === gate.conditionType && condition.status === 'True',
    ),
  );
  const { ready, total, restarts, lastRestart } = countContainers(pod);
  return [
    metadata.name,
    `${ready}/${total}`,
    podReason(pod),
    restarts > 0 && lastRestart
      ? `${restarts} (${age(lastRestart, now)} ago)`
      : String(restarts),
    age(metadata.creationTimestamp, now),
    status.podIPs?.[0]?.ip ?? status.podIP ?? NONE,
    spec.nodeName ?? NONE,
    status.nominatedNodeName ?? NONE,
    gates?.length ? `${trueGates?.length}/${gates.length}` : NONE,
  ];
};

function sidecars(pod: KubeObject): Set<string> {
  return new Set(
    ((pod.spec?.initContainers ?? []) as any[])
      .filter(container => container.restartPolicy === 'Always')
      .map(container => container.name),
  );
}

function countContainers(pod: KubeObject) {
  const sidecarNames = sidecars(pod);
  const statuses: any[] = [
    ...((pod.status?.initContainerStatuses ?? []) as any[]).filter(status =>
      sidecarNames.has(status.name),
    ),
    ...(pod.status?.containerStatuses ?? []),
  ];
  const finished = statuses
    .map(status => status.lastState?.terminated?.finishedAt as string)
    .filter(Boolean)
    .sort();
  return {
    ready: statuses.filter(status => status.ready && status.state?.running)
      .length,
    total: (pod.spec?.containers?.length ?? 0) + sidecarNames.size,
    restarts: statuses.reduce(
      (sum, status) => sum + (status.restartCount ?? 0),
      0,
    ) as number,
    lastRestart: finished[finished.length - 1] as string | undefined,
  };
}

function terminatedReason(terminated: any): string {
  if (terminated.reason) return terminated.reason;
  return terminated.signal
    ? `Signal:${terminated.signal}`
    : `ExitCode:${terminated.exitCode}`;
}

function initReason(pod: KubeObject): string | undefined {
  const sidecarNames = sidecars(pod);
  const statuses: any[] = pod.status?.initContainerStatuses ?? [];
  for (const [index, status] of statuses.entries()) {
    const { terminated, waiting } = status.state ?? {};
    if (terminated?.exitCode === 0) continue;
    if (sidecarNames.has(status.name) && status.started) continue;
    if (terminated) return `Init:${terminatedReason(terminated)}`;
    if (waiting?.reason && waiting.reason !== 'PodInitializing') {
      return `Init:${waiting.reason}`;
    }
    return `Init:${index}/${pod.spec?.initContainers?.length ?? 0}`;
  }
  return undefined;
}

function containerReason(pod: KubeObject, phase: string): string {
  let reason = phase;
  let running = false;
  for (const status of [...(pod.status?.containerStatuses ?? [])].reverse()) {
    const { waiting, terminated } = status.state ?? {};
    if (waiting?.reason) reason = waiting.reason;
    else if (terminated) reason = terminatedReason(terminated);
    else if (status.ready && status.state?.running) running = true;
  }
  if (reason !== 'Completed' || !running) return reason;
  const ready = pod.status?.conditions?.some(
    (each: any) => each.type === 'Ready' && each.status === 'True',
  );
  return ready ? 'Running' : 'NotReady';
}

function podReason(pod: KubeObject): string {
  const { status = {}, metadata } = pod;
  if (metadata.deletionTimestamp && status.reason === 'NodeLost') {
    return 'Unknown';
  }
  const phase = status.reason || status.phase || 'Unknown';
  const ended = ['Failed', 'Succeeded'].includes(status.phase);
  if (metadata.deletionTimestamp && !ended) return 'Terminating';
  const gated = status.conditions?.some(
    (each: any) =>
      each.type === 'PodScheduled' && each.reason === 'SchedulingGated',
  );
  return (
    initReason(pod) ?? containerReason(pod, gated ? 'SchedulingGated' : phase)
  );
}
