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

import { ManualClock } from '../__testUtils__/ManualClock';
import { Turns } from './Turns';

const never = new AbortController().signal;

async function settled(work: Promise<unknown>): Promise<boolean> {
  let done = false;
  work.then(
    () => (done = true),
    () => (done = true),
  );
  await new Promise(resolve => setImmediate(resolve));
  return done;
}

describe('Turns', () => {
  let clock: ManualClock;

  beforeEach(() => {
    clock = new ManualClock();
  });

  it('are given to some at once, first come, first served', async () => {
    const turns = new Turns({ most: 1, stall: 1_000, clock });
    const first = await turns.acquire(never);
    const second = turns.acquire(never);
    const third = turns.acquire(never);
    expect(await settled(second)).toBe(false);
    first.release();
    first.release();
    expect(await settled(second)).toBe(true);
    expect(await settled(third)).toBe(false);
    (await second).release();
    expect(await settled(third)).toBe(true);
  });

  it('are taken back from who does not go on, and given again when he does', async () => {
    const turns = new Turns({ most: 1, stall: 1_000, clock });
    const slow = await turns.acquire(never);
    expect(slow.progress()).toBeUndefined();
    clock.step(1_000);
    const other = turns.acquire(never);
    expect(await settled(other)).toBe(false);
    clock.step(1_000);
    expect(await settled(other)).toBe(true);
    const again = slow.progress()!;
    expect(await settled(again)).toBe(false);
    (await other).release();
    expect(await settled(again)).toBe(true);
    slow.release();
    expect(await settled(turns.acquire(never))).toBe(true);
  });

  it('are not kept for who gave up waiting', async () => {
    const turns = new Turns({ most: 1, stall: 1_000, clock });
    const held = await turns.acquire(never);
    const leaving = new AbortController();
    const waiting = turns.acquire(leaving.signal);
    const next = turns.acquire(never);
    leaving.abort(new Error('left'));
    await expect(waiting).rejects.toThrow('left');
    await expect(turns.acquire(leaving.signal)).rejects.toThrow('left');
    held.release();
    expect(await settled(next)).toBe(true);
  });

  it('are few while the thread is busy, and more while it waits for others', async () => {
    let busy = true;
    const turns = new Turns({
      most: 3,
      whileBusy: 1,
      stall: 10_000,
      clock,
      isBusy: () => busy,
    });
    const first = await turns.acquire(never);
    const [second, third, fourth] = [1, 2, 3].map(() => turns.acquire(never));
    clock.step(1_000);
    expect(await settled(second)).toBe(false);
    busy = false;
    clock.step(20);
    expect([await settled(second), await settled(third)]).toEqual([
      true,
      false,
    ]);
    clock.step(20);
    clock.step(1_000);
    expect([await settled(third), await settled(fourth)]).toEqual([
      true,
      false,
    ]);
    busy = true;
    // Busy again: those that end make no room until one goes on alone.
    first.release();
    (await second).release();
    expect(await settled(fourth)).toBe(false);
    (await third).release();
    expect(await settled(fourth)).toBe(true);
  });

  it('rest after use while the thread is busy', async () => {
    let busy = true;
    const turns = new Turns({
      most: 1,
      rest: 50,
      stall: 10_000,
      clock,
      isBusy: () => busy,
    });
    (await turns.acquire(never)).release();
    const second = turns.acquire(never);
    expect(await settled(second)).toBe(false);
    clock.step(50);
    expect(await settled(second)).toBe(true);
    busy = false;
    (await second).release();
    expect(await settled(turns.acquire(never))).toBe(true);
  });
});
