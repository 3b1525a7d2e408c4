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

import { byGap, requestGap } from './requestGap';

const MIB = 1024 ** 2;

describe('requestGap', () => {
  it.each([
    [{ cpuRequested: 4, cpuUsed: 1 }, 'over', 3],
    [{ cpuRequested: 1.5, cpuUsed: 1 }, 'fits', 0.5],
    [{ cpuRequested: 1, cpuUsed: 3 }, 'short', -2],
    [{ cpuRequested: 0, cpuUsed: 0.001 }, 'fits', -0.001],
    [{ cpuRequested: 2, cpuUsed: 0 }, 'over', 2],
    [{ cpuRequested: 2 }, 'unknown', undefined],
    [{}, 'unknown', undefined],
  ])('of %j is %s', (figures, verdict, gap) => {
    const found = requestGap(figures, 'cpu', 200);
    expect(found.verdict).toBe(verdict);
    expect(found.gap).toBe(gap);
  });

  it('compares memory in its own measure', () => {
    const figures = { memoryRequested: 20 * MIB, memoryUsed: 10 * MIB };
    expect(requestGap(figures, 'memory', 150).verdict).toBe('fits');
    expect(
      requestGap({ ...figures, memoryRequested: 500 * MIB }, 'memory', 150)
        .verdict,
    ).toBe('over');
  });

  it('puts what asks for too little first, then what asks for far too much', () => {
    const gaps = [
      { cpuRequested: 1, cpuUsed: 1 },
      { cpuRequested: 9 },
      { cpuRequested: 4, cpuUsed: 1 },
      { cpuRequested: 40, cpuUsed: 1 },
      { cpuRequested: 1, cpuUsed: 2 },
    ].map(figures => requestGap(figures, 'cpu', 200));
    expect(gaps.sort(byGap).map(({ requested }) => requested)).toEqual([
      1, 40, 4, 1, 9,
    ]);
  });
});
