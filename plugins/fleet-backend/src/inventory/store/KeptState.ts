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

import { FailureReason } from '@quarterdeck/backstage-plugin-fleet-common';
import { ResourceState } from '../Inventory';
import { Clock } from '../scheduling/Clock';

/** The state of one resource of one cluster, telling when something worth telling changes. */
export class KeptState {
  readonly #clock: Clock;
  readonly #onChange: () => void;
  #state: ResourceState;
  #lastContact: number | undefined;

  constructor(clock: Clock, onChange: () => void) {
    this.#clock = clock;
    this.#onChange = onChange;
    this.#state = { phase: 'idle', known: false, since: clock.now() };
  }

  get current(): ResourceState {
    return { ...this.#state, lastContact: this.#lastContact };
  }

  get known(): boolean {
    return this.#state.known;
  }

  get lastContact(): number | undefined {
    return this.#lastContact;
  }

  touch(): void {
    this.#lastContact = this.#clock.now();
  }

  syncing(): void {
    // While a list is repeated, what is known stays in use; it is as old as its last contact says.
    if (!this.#state.known) {
      this.#set({ phase: 'syncing', known: false });
    }
  }

  live(): void {
    this.#set({ phase: 'live', known: true });
  }

  failed(reason: FailureReason, message: string): void {
    this.#set({ phase: 'failed', known: this.#state.known, reason, message });
  }

  /** Forgets that anything was known. */
  forget(
    phase: 'idle' | 'syncing' | 'failed',
    failure?: { reason: FailureReason; message: string },
  ): void {
    this.#lastContact = undefined;
    this.#set({ phase, known: false, ...failure });
  }

  #set(next: Omit<ResourceState, 'since' | 'lastContact'>): void {
    const before = this.#state;
    const same =
      before.phase === next.phase &&
      before.reason === next.reason &&
      before.known === next.known;
    if (same && before.message === next.message) return;
    this.#state = {
      ...next,
      since: before.phase === next.phase ? before.since : this.#clock.now(),
    };
    if (!same) this.#onChange();
  }
}
