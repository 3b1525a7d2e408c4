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
import {
  AttemptHistory,
  jittered,
  nextAttempt,
  noAttempts,
} from './connectionPolicy';
import { PageActivity } from './PageActivity';
import { StreamEnding } from './streamConnection';
import { StreamSlot, StreamSlots } from './StreamSlots';
import { TimeSource } from './TimeSource';

/** A hidden tab gives its stream to others after this time. */
export const HIDDEN_TAB_KEEPS_MS = 30_000;
const SLOT_RETRY_MS = 15_000;

/** How views are to be kept up to date: nothing is wanted, the first attempts are under way, by the stream, by REST. */
export type StreamMode = 'idle' | 'connecting' | 'live' | 'polling';

/** What the {@link StreamSupervisor} needs. */
export interface StreamSupervisorOptions {
  time: TimeSource;
  page: PageActivity;
  slots: StreamSlots;
  /** Runs one stream to its ending and tells when it opened. */
  connect(signal: AbortSignal, onOpen: () => void): Promise<StreamEnding>;
  onMode(mode: StreamMode): void;
}

/** Keeps one stream going while it is wanted: when to connect, wait, give up the slot, fall back to REST and come back. */
export class StreamSupervisor {
  readonly #options: StreamSupervisorOptions;
  readonly #stopListening: () => void;
  #mode: StreamMode = 'idle';
  #wanted = false;
  #letGo = false;
  #stopped = false;
  #running = false;
  #fallback = false;
  #history: AttemptHistory = noAttempts;
  #notBefore = 0;
  #connection?: AbortController;
  #slot?: StreamSlot;
  #cancelLetGo?: () => void;
  #wake = () => {};

  constructor(options: StreamSupervisorOptions) {
    this.#options = options;
    this.#stopListening = options.page.onChange(change => {
      if (change === 'hidden') {
        this.#expectLetGo();
      } else {
        if (change === 'shown') {
          this.#cancelLetGo?.();
          this.#letGo = false;
        }
        this.retryNow();
      }
    });
    if (options.page.hidden()) {
      this.#expectLetGo();
    }
  }

  get mode(): StreamMode {
    return this.#mode;
  }

  /** Whether there is anything to stream. */
  want(wanted: boolean): void {
    if (this.#wanted !== wanted) {
      this.#wanted = wanted;
      this.#reconsider();
    }
  }

  /** Cuts a wait short, unless the server asked for it. */
  retryNow(): void {
    this.#reconsider();
    this.#wake();
  }

  /** Drops the stream and connects anew at once. */
  reconnect(): void {
    this.#history = noAttempts;
    this.#connection?.abort();
    this.#wake();
  }

  stop(): void {
    this.#stopped = true;
    this.#stopListening();
    this.#cancelLetGo?.();
    this.#reconsider();
  }

  #active(): boolean {
    return this.#wanted && !this.#letGo && !this.#stopped;
  }

  #reconsider(): void {
    if (this.#active()) {
      if (!this.#running) {
        this.#running = true;
        this.#run();
      }
    } else {
      this.#connection?.abort();
      this.#wake();
    }
  }

  async #run(): Promise<void> {
    this.#setMode(this.#fallback ? 'polling' : 'connecting');
    while (this.#active()) {
      const early = this.#notBefore - this.#options.time.now();
      if (early > 0) {
        await this.#pause(early);
        continue;
      }
      this.#slot ??= await this.#options.slots.take().catch(() => undefined);
      if (!this.#active()) {
        break;
      }
      if (this.#slot) {
        await this.#attempt();
      } else {
        this.#fallBack();
        await this.#pause(jittered(SLOT_RETRY_MS, this.#options.time.random()));
      }
    }
    this.#slot?.release();
    this.#slot = undefined;
    this.#running = false;
    this.#setMode('idle');
  }

  async #attempt(): Promise<void> {
    const { time, connect } = this.#options;
    const connection = new AbortController();
    this.#connection = connection;
    let openedAt: number | undefined;
    const ending = await connect(connection.signal, () => {
      openedAt = time.now();
      this.#fallback = false;
      this.#setMode('live');
    });
    this.#connection = undefined;
    if (ending.kind === 'left') {
      if (this.#mode === 'live' && this.#active()) {
        this.#setMode('connecting');
      }
      return;
    }
    const next = nextAttempt(
      this.#history,
      ending,
      openedAt === undefined ? undefined : time.now() - openedAt,
      time.random(),
    );
    this.#history = next;
    if (next.firm) {
      this.#notBefore = time.now() + next.waitMilliseconds;
    }
    if (next.poll) {
      this.#fallBack();
    } else if (this.#mode === 'live') {
      this.#setMode('connecting');
    }
    await this.#pause(next.waitMilliseconds);
  }

  #fallBack(): void {
    this.#fallback = true;
    this.#setMode('polling');
  }

  #pause(milliseconds: number): Promise<void> {
    return new Promise(resolve => {
      const cancel = this.#options.time.after(milliseconds, () => {
        this.#wake = () => {};
        resolve();
      });
      this.#wake = () => {
        if (this.#active() && this.#options.time.now() < this.#notBefore) {
          return;
        }
        this.#wake = () => {};
        cancel();
        resolve();
      };
    });
  }

  #expectLetGo(): void {
    this.#cancelLetGo?.();
    this.#cancelLetGo = this.#options.time.after(HIDDEN_TAB_KEEPS_MS, () => {
      this.#letGo = true;
      this.#reconsider();
    });
  }

  #setMode(mode: StreamMode): void {
    if (this.#mode !== mode) {
      this.#mode = mode;
      this.#options.onMode(mode);
    }
  }
}
