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

import { podReason } from './podReason';

describe('podReason', () => {
  it.each([
    ['Running', 'Running', undefined, undefined],
    ['Completed', 'Succeeded', undefined, undefined],
    ['Running', 'Running', 'warning', 'NotReady'],
    ['NotReady', 'Running', 'warning', 'NotReady'],
    ['Pending', 'Pending', 'progress', 'Pending'],
    ['Pending', 'Pending', 'warning', 'Unschedulable'],
    ['Init:0/2', 'Pending', 'progress', 'Init'],
    ['Init:CrashLoopBackOff', 'Pending', 'error', 'CrashLoopBackOff'],
    ['Evicted', 'Failed', 'error', 'Evicted'],
    ['ExitCode:3', 'Failed', 'error', 'Other'],
    ['Terminating', 'Running', 'progress', 'Terminating'],
  ] as const)(
    'of a pod with the status %p in the phase %p and the severity %p is %p',
    (status, phase, severity, reason) => {
      expect(podReason({ status, phase, severity })).toBe(reason);
    },
  );
});
