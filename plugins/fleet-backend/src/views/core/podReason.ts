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

import { PodRow } from '@quarterdeck/backstage-plugin-fleet-common';

const CALM = new Set(['Running', 'Completed', 'Succeeded']);

/** The words that are counted by themselves; there is a counter for each, so there cannot be one for any word. */
export const POD_REASONS = [
  'CrashLoopBackOff',
  'ImagePullBackOff',
  'ErrImagePull',
  'ErrImageNeverPull',
  'InvalidImageName',
  'CreateContainerConfigError',
  'CreateContainerError',
  'RunContainerError',
  'ContainerCannotRun',
  'ContainerStatusUnknown',
  'StartError',
  'OOMKilled',
  'Error',
  'DeadlineExceeded',
  'Evicted',
  'NodeLost',
  'NodeShutdown',
  'Terminated',
  'UnexpectedAdmissionError',
  'NodeAffinity',
  'OutOfcpu',
  'OutOfmemory',
  'OutOfpods',
  'Preempting',
  'Failed',
  'Unknown',
  'Unschedulable',
  'NotReady',
  'SchedulingGated',
  'Pending',
  'ContainerCreating',
  'PodInitializing',
  'Init',
  'Terminating',
  'Other',
] as const;

/** Why a pod does not run well. */
export type PodReason = (typeof POD_REASONS)[number];

const known: ReadonlySet<string> = new Set(POD_REASONS);

function isKnown(word: string): word is PodReason {
  return known.has(word);
}

/** Why a pod neither runs well nor has finished well; undefined when it does or has. */
export function podReason(
  pod: Pick<PodRow, 'status' | 'phase' | 'severity'>,
): PodReason | undefined {
  const { status, phase, severity } = pod;
  if (CALM.has(status)) {
    return severity === 'warning' ? 'NotReady' : undefined;
  }
  if (phase === 'Pending' && severity === 'warning') {
    return 'Unschedulable';
  }
  if (/^Init:\d+\/\d+$/.test(status)) {
    return 'Init';
  }
  const word = status.replace(/^Init:/, '');
  return isKnown(word) ? word : 'Other';
}
