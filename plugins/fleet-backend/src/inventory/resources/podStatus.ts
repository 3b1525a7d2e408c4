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

import { Severity } from '@quarterdeck/backstage-plugin-fleet-common';
import { Pod, PodContainerStatus } from './PodObject';

/** What the state of a pod amounts to. */
export interface PodStatus {
  status: string;
  severity?: Severity;
  message?: string;
}

const PASSING_WAITS = new Set(['ContainerCreating', 'PodInitializing']);

const CALM = new Set(['Running', 'Completed', 'Succeeded']);

const PROGRESS = new Set([
  'Pending',
  'ContainerCreating',
  'PodInitializing',
  'Terminating',
  'SchedulingGated',
]);

/**
 * The word that `kubectl get pods` prints as STATUS, whether it is a problem, and the reason in the cluster's words.
 *
 * @see https://github.com/kubernetes/kubernetes/blob/v1.36.0/pkg/printers/internalversion/printers.go printPod
 */
export function podStatus(pod: Pod): PodStatus {
  const status = statusWord(pod);
  return { status, ...problemOf(pod, status) };
}

function statusWord(pod: Pod): string {
  const { phase = 'Unknown', reason: podReason } = pod.status ?? {};
  let word = podReason || phase;
  const gated = condition(pod, 'PodScheduled')?.reason === 'SchedulingGated';
  if (gated) {
    word = 'SchedulingGated';
  }
  const init = initWord(pod);
  if (init !== undefined) {
    word = init;
  } else {
    word = containersWord(pod, word);
  }
  if (pod.metadata.deletionTimestamp) {
    return podReason === 'NodeLost' ? 'Unknown' : 'Terminating';
  }
  return word;
}

/** Whether init containers still hold the pod up. */
export function isInitialising(pod: Pod): boolean {
  return initWord(pod) !== undefined;
}

/** The word while init containers hold the pod up; undefined when they do not. */
function initWord(pod: Pod): string | undefined {
  const containers = pod.spec?.initContainers ?? [];
  const statuses = pod.status?.initContainerStatuses ?? [];
  for (const [place, status] of statuses.entries()) {
    const sidecar =
      containers.find(container => container.name === status.name)
        ?.restartPolicy === 'Always';
    const { terminated, waiting } = status.state ?? {};
    if (terminated?.exitCode === 0 || (sidecar && status.started)) {
      continue;
    }
    if (terminated) {
      return `Init:${terminationWord(terminated)}`;
    }
    if (waiting?.reason && waiting.reason !== 'PodInitializing') {
      return `Init:${waiting.reason}`;
    }
    return `Init:${place}/${containers.length || statuses.length}`;
  }
  return undefined;
}

function containersWord(pod: Pod, fallback: string): string {
  let word = fallback;
  let running = false;
  for (const status of [...(pod.status?.containerStatuses ?? [])].reverse()) {
    const { waiting, terminated, running: isRunning } = status.state ?? {};
    if (waiting?.reason) {
      word = waiting.reason;
    } else if (terminated) {
      word = terminationWord(terminated);
    } else if (status.ready && isRunning) {
      running = true;
    }
  }
  if (word === 'Completed' && running) {
    return condition(pod, 'Ready')?.status === 'True' ? 'Running' : 'NotReady';
  }
  return word;
}

function terminationWord(terminated: {
  reason?: string;
  signal?: number;
  exitCode?: number;
}): string {
  return (
    terminated.reason ||
    (terminated.signal
      ? `Signal:${terminated.signal}`
      : `ExitCode:${terminated.exitCode}`)
  );
}

function problemOf(
  pod: Pod,
  status: string,
): { severity?: Severity; message?: string } {
  if (pod.metadata.deletionTimestamp) {
    return { severity: 'progress' };
  }
  const scheduled = condition(pod, 'PodScheduled');
  if (scheduled?.status === 'False' && scheduled.reason === 'Unschedulable') {
    return { severity: 'warning', ...messageOf(scheduled.message) };
  }
  const word = status.replace(/^Init:/, '');
  if (CALM.has(word)) {
    return notReady(pod);
  }
  if (PROGRESS.has(word) || /^\d+\/\d+$/.test(word)) {
    return { severity: 'progress' };
  }
  if (status === 'NotReady') {
    return { severity: 'warning' };
  }
  return { severity: 'error', ...messageOf(failureMessage(pod)) };
}

/** A running container that is not ready is worth a look, unless it has only just started to run for the first time. */
function notReady(pod: Pod): { severity?: Severity; message?: string } {
  if (pod.status?.phase !== 'Running') {
    return {};
  }
  const ready = condition(pod, 'Ready');
  return ready?.status === 'False'
    ? { severity: 'warning', ...messageOf(ready.message ?? 'Not ready') }
    : {};
}

function failureMessage(pod: Pod): string | undefined {
  const statuses: PodContainerStatus[] = [
    ...(pod.status?.initContainerStatuses ?? []),
    ...(pod.status?.containerStatuses ?? []),
  ];
  for (const { state, lastState } of statuses) {
    if (
      state?.waiting?.message &&
      !PASSING_WAITS.has(state.waiting.reason ?? '')
    ) {
      const last = lastState?.terminated;
      return last?.reason
        ? `${state.waiting.message} (last: ${last.reason}, exit code ${last.exitCode})`
        : state.waiting.message;
    }
    if (state?.terminated?.message) {
      return state.terminated.message;
    }
  }
  return pod.status?.message;
}

function messageOf(message: string | undefined): { message?: string } {
  return message ? { message } : {};
}

function condition(pod: Pod, type: string) {
  return pod.status?.conditions?.find(candidate => candidate.type === type);
}
