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

/** Steps that can be undone. */
export const MOST_STEPS = 30;

/** What was, what is, and what was undone. */
export interface History<T> {
  readonly past: readonly T[];
  readonly present: T;
  readonly future: readonly T[];
  /** What the newest step was part of, while it may still grow. */
  readonly open?: string;
}

/** Something that happens to a history. */
export type HistoryEvent<T> =
  | { type: 'change'; content: T; coalesce?: string }
  | { type: 'reset'; content: T }
  | { type: 'undo' }
  | { type: 'redo' };

/** The history of content that nothing has been done to. */
export function newHistory<T>(content: T): History<T> {
  return { past: [], present: content, future: [] };
}

function change<T>(
  history: History<T>,
  content: T,
  coalesce: string | undefined,
): History<T> {
  const { past, present, open } = history;
  if (content === present) return history;
  const goesOn = coalesce !== undefined && coalesce === open;
  return {
    past: goesOn ? past : [...past, present].slice(-MOST_STEPS),
    present: content,
    future: [],
    open: coalesce,
  };
}

/**
 * The history after an event. Changes that name the same thing one after the other are one step; an undo, a redo and a change of another name
 * end it.
 */
export function layoutHistory<T>(
  history: History<T>,
  event: HistoryEvent<T>,
): History<T> {
  const { past, present, future } = history;
  switch (event.type) {
    case 'change':
      return change(history, event.content, event.coalesce);
    case 'reset':
      return newHistory(event.content);
    case 'undo':
      return past.length === 0
        ? history
        : {
            past: past.slice(0, -1),
            present: past[past.length - 1],
            future: [present, ...future],
          };
    case 'redo':
      return future.length === 0
        ? history
        : {
            past: [...past, present],
            present: future[0],
            future: future.slice(1),
          };
    default:
      return history;
  }
}
