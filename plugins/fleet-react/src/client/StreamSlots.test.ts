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
import { createStreamSlots, StreamSlot } from './StreamSlots';

/** The part of Web Locks that is used, as the standard describes it. */
class OneBrowserLocks {
  readonly held = new Set<string>();

  async request(
    name: string,
    _options: { ifAvailable: true },
    callback: (lock: object | null) => unknown,
  ) {
    if (this.held.has(name)) {
      return callback(null);
    }
    this.held.add(name);
    try {
      return await callback({ name });
    } finally {
      this.held.delete(name);
    }
  }
}

describe('createStreamSlots', () => {
  it('gives four slots to all tabs of a browser together, and a freed one again', async () => {
    const locks = new OneBrowserLocks();
    const tabs = [1, 2, 3, 4, 5].map(() =>
      createStreamSlots(locks as unknown as LockManager),
    );
    const taken: (StreamSlot | undefined)[] = [];
    for (const tab of tabs) {
      taken.push(await tab.take());
    }
    expect(taken.map(slot => slot !== undefined)).toEqual([
      true,
      true,
      true,
      true,
      false,
    ]);
    expect([...locks.held]).toEqual([
      'quarterdeck-fleet-stream-0',
      'quarterdeck-fleet-stream-1',
      'quarterdeck-fleet-stream-2',
      'quarterdeck-fleet-stream-3',
    ]);
    taken[2]!.release();
    await new Promise(process.nextTick);
    expect(await tabs[4].take()).toBeDefined();
    expect(locks.held.size).toBe(4);
  });

  it('always gives one where the browser has no locks', async () => {
    const slots = createStreamSlots(undefined);
    for (let count = 0; count < 9; count++) {
      expect(await slots.take()).toBeDefined();
    }
  });
});
