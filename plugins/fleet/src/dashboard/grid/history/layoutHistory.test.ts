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

import { layoutHistory, MOST_STEPS, newHistory } from './layoutHistory';

type Event = Parameters<typeof layoutHistory<string>>[1];

const change = (content: string, coalesce?: string): Event => ({
  type: 'change',
  content,
  coalesce,
});
const undo: Event = { type: 'undo' };
const redo: Event = { type: 'redo' };
const reset = (content: string): Event => ({ type: 'reset', content });

function after(events: Event[]) {
  return events.reduce(layoutHistory<string>, newHistory('a'));
}

describe('layoutHistory', () => {
  it.each<[string, Event[], string[], string, string[]]>([
    ['keeps what was', [change('b'), change('c')], ['a', 'b'], 'c', []],
    ['undoes', [change('b'), change('c'), undo], ['a'], 'b', ['c']],
    ['does again', [change('b'), undo, redo], ['a'], 'b', []],
    ['undoes nothing when nothing was done', [undo, undo], [], 'a', []],
    ['does nothing again', [change('b'), redo], ['a'], 'b', []],
    [
      'forgets what was undone when something else is done',
      [change('b'), undo, change('c')],
      ['a'],
      'c',
      [],
    ],
    [
      'takes changes of one name as one step',
      [change('b', 'title'), change('c', 'title'), change('d', 'title')],
      ['a'],
      'd',
      [],
    ],
    [
      'begins a step with another name',
      [change('b', 'title'), change('c', 'size'), change('d', 'title')],
      ['a', 'b', 'c'],
      'd',
      [],
    ],
    [
      'ends a step with an undo',
      [change('b', 'x'), undo, redo, change('c', 'x')],
      ['a', 'b'],
      'c',
      [],
    ],
    ['is no step when nothing changes', [change('a')], [], 'a', []],
    ['begins anew', [change('b'), undo, reset('z')], [], 'z', []],
  ])('%s', (_what, events, past, present, future) => {
    expect(after(events)).toMatchObject({ past, present, future });
  });

  it('keeps the last thirty steps', () => {
    const events = Array.from({ length: 50 }, (_, index) => change(`${index}`));
    const { past } = after(events);
    expect(past).toHaveLength(MOST_STEPS);
    expect(past[0]).toBe('19');
  });
});
