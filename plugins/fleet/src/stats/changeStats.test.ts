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

import { changeDisplay, moveStat, toggleStat } from './changeStats';

const stats = [
  { block: 'a', display: 'number' as const },
  { block: 'b', display: 'ring' as const },
];

describe('changing the figures of a dashboard', () => {
  it('shows at the end and hides', () => {
    expect(toggleStat(stats, 'c').map(it => it.block)).toEqual(['a', 'b', 'c']);
    expect(toggleStat(stats, 'a')).toEqual([stats[1]]);
  });

  it('moves by one place and not beyond the ends', () => {
    expect(moveStat(stats, 0, 1)).toEqual([stats[1], stats[0]]);
    expect(moveStat(stats, 0, -1)).toEqual(stats);
    expect(moveStat(stats, 1, 1)).toEqual(stats);
  });

  it('changes how one is drawn', () => {
    expect(changeDisplay(stats, 0, 'bar')).toEqual([
      { block: 'a', display: 'bar' },
      stats[1],
    ]);
  });
});
