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

import { conditionsOf, newestSince } from './conditionsOf';

const fine = { ready: true, schedulable: true, pressures: [] };

describe('conditionsOf', () => {
  it.each([
    [{}, ['ready']],
    [{ ready: false }, ['notReady']],
    [{ ready: undefined, schedulable: false }, ['unknown', 'cordoned']],
    [
      { pressures: ['DiskPressure', 'NetworkUnavailable', 'Whatever'] },
      ['diskPressure', 'networkUnavailable'],
    ],
  ])('of %j are %j', (fields, ids) => {
    expect(conditionsOf({ ...fine, ...fields }).map(({ id }) => id)).toEqual(
      ids,
    );
  });

  it('says since when, where that is known', () => {
    const conditions = conditionsOf({
      ready: false,
      schedulable: false,
      pressures: ['MemoryPressure'],
      since: { Ready: 5, MemoryPressure: 9 },
    });
    expect(conditions.map(({ id, since }) => [id, since])).toEqual([
      ['notReady', 5],
      ['memoryPressure', 9],
      ['cordoned', undefined],
    ]);
    expect(newestSince(conditions)).toBe(9);
    expect(newestSince(conditionsOf({ ...fine, schedulable: false }))).toBe(
      undefined,
    );
  });
});
