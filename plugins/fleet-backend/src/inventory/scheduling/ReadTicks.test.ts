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

import { ReadTicks } from './ReadTicks';

describe('ReadTicks', () => {
  beforeEach(() => {
    jest.useFakeTimers({ doNotFake: ['queueMicrotask', 'nextTick'] });
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  it('run at once what comes after a quiet time, and together what follows', () => {
    const ticks = new ReadTicks(80);
    const ran: string[] = [];
    const task = (name: string) => () => ran.push(name);
    const again = task('b');
    ticks.add(task('a'));
    jest.advanceTimersByTime(0);
    expect(ran).toEqual(['a']);
    ticks.add(again);
    ticks.add(again);
    jest.advanceTimersByTime(40);
    ticks.add(task('c'));
    expect(ran).toEqual(['a']);
    jest.advanceTimersByTime(41);
    expect(ran).toEqual(['a', 'b', 'c']);
    jest.advanceTimersByTime(200);
    ticks.add(task('d'));
    jest.advanceTimersByTime(0);
    expect(ran).toEqual(['a', 'b', 'c', 'd']);
  });

  it('leave out what was taken back', () => {
    const ticks = new ReadTicks(80);
    const ran: string[] = [];
    const gone = () => ran.push('gone');
    ticks.add(gone);
    ticks.add(() => ran.push('stays'));
    ticks.forget(gone);
    jest.advanceTimersByTime(100);
    expect(ran).toEqual(['stays']);
  });
});
