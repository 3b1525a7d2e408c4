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
import { PageActivity } from '../PageActivity';
import { TimeSource } from '../TimeSource';

/** Several changes are written together. */
const QUIET_MS = 3_000;
/** However much changes, it is not written more often. */
const BETWEEN_WRITES_MS = { content: 10_000, age: 60_000 };

/** What {@link WarmSchedule} needs. */
export interface WarmScheduleOptions {
  time: TimeSource;
  page: PageActivity;
  whenIdle(work: () => void): void;
  write(): Promise<void>;
}

/** When to write: when idle a moment after a change, seldom, and before the tab is left. */
export class WarmSchedule {
  readonly #options: WarmScheduleOptions;
  readonly #stopListening: () => void;
  #due?: { at: number; cancel(): void };
  #lastWrite = -Infinity;

  constructor(options: WarmScheduleOptions) {
    this.#options = options;
    this.#stopListening = options.page.onChange(change => {
      if (change === 'hidden' && this.#due) this.#write();
    });
  }

  changed(what: 'content' | 'age'): void {
    const { time, whenIdle } = this.#options;
    const now = time.now();
    const at = Math.max(
      now + QUIET_MS,
      this.#lastWrite + BETWEEN_WRITES_MS[what],
    );
    if (this.#due && this.#due.at <= at) return;
    this.#due?.cancel();
    const due = {
      at,
      cancel: time.after(at - now, () =>
        whenIdle(() => {
          // The tab may have been hidden, and all written, while there was something else to do.
          if (this.#due === due) this.#write();
        }),
      ),
    };
    this.#due = due;
  }

  stop(): void {
    this.#stopListening();
    this.#due?.cancel();
    this.#due = undefined;
  }

  #write(): void {
    this.#due?.cancel();
    this.#due = undefined;
    this.#lastWrite = this.#options.time.now();
    this.#options.write();
  }
}
