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

import { notUp, reasonRows, reasonTone } from './podPhases';

describe('phases and reasons of pods', () => {
  it.each([
    ['CrashLoopBackOff', 'error'],
    ['Other', 'error'],
    ['Unschedulable', 'warning'],
    ['NotReady', 'warning'],
    ['ContainerCreating', 'progress'],
  ])('%s is drawn as %s', (reason, tone) => {
    expect(reasonTone(reason)).toBe(tone);
  });

  it('adds the reasons of all clusters up, worst first', () => {
    expect(
      reasonRows([
        {
          cluster: 'a',
          title: 'A',
          reasons: { ContainerCreating: 9, Error: 1, NotReady: 5 },
        },
        { cluster: 'b', title: 'B', reasons: { Error: 3, Evicted: 7 } },
        { cluster: 'c', title: 'C', reasons: {} },
      ]),
    ).toEqual([
      {
        reason: 'Evicted',
        tone: 'error',
        pods: 7,
        clusters: [{ cluster: 'b', title: 'B', pods: 7 }],
      },
      {
        reason: 'Error',
        tone: 'error',
        pods: 4,
        clusters: [
          { cluster: 'b', title: 'B', pods: 3 },
          { cluster: 'a', title: 'A', pods: 1 },
        ],
      },
      expect.objectContaining({ reason: 'NotReady', tone: 'warning' }),
      expect.objectContaining({ reason: 'ContainerCreating', pods: 9 }),
    ]);
  });

  it('counts what is not up, whatever is not known', () => {
    expect(notUp({ failed: 2, pending: 1, running: 5 })).toBe(3);
    expect(notUp({})).toBe(0);
  });
});
