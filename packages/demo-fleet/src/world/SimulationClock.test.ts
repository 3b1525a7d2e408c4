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

import { SimulationClock } from './SimulationClock';

describe('SimulationClock', () => {
  it('runs what falls due in order, and nothing that was cancelled', () => {
    const clock = new SimulationClock({ startAt: 1_000 });
    const ran: string[] = [];
    const note = (name: string) => () => ran.push(`${name} ${clock.now()}`);
    clock.schedule(30, note('third'));
    clock.schedule(10, note('first'));
    clock.schedule(10, note('second'));
    clock.schedule(20, note('cancelled'))();
    clock.schedule(40, () => clock.schedule(5, note('nested')));
    clock.schedule(1_000, note('later'));
    clock.advance(100);
    expect(ran).toEqual([
      'first 1010',
      'second 1010',
      'third 1030',
      'nested 1045',
    ]);
    expect(clock.now()).toBe(1_100);
  });

  it('follows the wall clock times the speed once it runs', () => {
    let wall = 0;
    const clock = new SimulationClock({
      startAt: 1_000,
      speed: 10,
      wallTime: () => wall,
    });
    wall = 5;
    expect(clock.now()).toBe(1_000);
    clock.start();
    wall = 25;
    expect(clock.now()).toBe(1_200);
    clock.setSpeed(100);
    wall = 35;
    expect(clock.now()).toBe(2_200);
    expect(() => clock.advance(1)).toThrow('cannot be advanced');
    clock.stop();
    wall = 100;
    expect(clock.now()).toBe(2_200);
  });

  it('wakes up for what falls due while it runs', async () => {
    const clock = new SimulationClock({ startAt: 0, speed: 1_000 });
    const ran = new Promise<number>(resolve => {
      clock.schedule(20_000, () => resolve(clock.now()));
    });
    clock.start();
    // The clock's own timer keeps no process alive.
    const alive = setInterval(() => {}, 1_000);
    expect(await ran).toBeGreaterThanOrEqual(20_000);
    clearInterval(alive);
    clock.stop();
  });
});
