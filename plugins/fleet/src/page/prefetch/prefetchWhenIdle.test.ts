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
import { prefetchWhenIdle } from './prefetchWhenIdle';

describe('loading ahead', () => {
  const loads = (...names: string[]) => {
    const begun: string[] = [];
    return {
      begun,
      list: names.map(name => async () => {
        begun.push(name);
        if (name === 'gone') throw new Error('no such chunk');
      }),
    };
  };

  const connect = (connection: object | undefined) =>
    Object.defineProperty(navigator, 'connection', {
      configurable: true,
      value: connection,
    });

  beforeEach(() => {
    jest.useFakeTimers();
  });

  afterEach(() => {
    jest.useRealTimers();
    connect(undefined);
  });

  it('begins after the first screen and takes one piece after the other, also when one fails', async () => {
    const { begun, list } = loads('a', 'gone', 'b');
    prefetchWhenIdle(list);
    await jest.advanceTimersByTimeAsync(2_900);
    expect(begun).toEqual([]);
    await jest.advanceTimersByTimeAsync(160);
    expect(begun).toEqual(['a']);
    await jest.advanceTimersByTimeAsync(1_000);
    expect(begun).toEqual(['a', 'gone', 'b']);
  });

  it('ends when the page is left', async () => {
    const { begun, list } = loads('a', 'b');
    const end = prefetchWhenIdle(list);
    await jest.advanceTimersByTimeAsync(3_060);
    end();
    await jest.advanceTimersByTimeAsync(10_000);
    expect(begun).toEqual(['a']);
  });

  it.each([{ saveData: true }, { effectiveType: 'slow-2g' }])(
    'does nothing over a connection like %j',
    async connection => {
      connect(connection);
      const { begun, list } = loads('a');
      prefetchWhenIdle(list);
      await jest.advanceTimersByTimeAsync(60_000);
      expect(begun).toEqual([]);
    },
  );
});
