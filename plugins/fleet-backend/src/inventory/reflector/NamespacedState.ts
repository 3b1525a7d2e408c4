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
import { Failure } from '../../clusters/health/clusterStanding';
import { KeptPhase } from './ReflectorContext';

/** How one kind fares in one namespace, told to what stands for the kind as a whole. */
class NamespacePhase implements KeptPhase {
  phase: 'syncing' | 'live' | 'failed' = 'syncing';
  known = false;
  failure: Failure | undefined;
  readonly #whole: KeptPhase;
  readonly #onChange: () => void;

  constructor(whole: KeptPhase, onChange: () => void) {
    this.#whole = whole;
    this.#onChange = onChange;
  }

  touch(): void {
    this.#whole.touch();
  }

  syncing(): void {
    if (!this.known) this.#set('syncing', false);
  }

  live(): void {
    this.#set('live', true);
  }

  failed(reason: FailureReason, message: string): void {
    this.#set('failed', this.known, { reason, message });
  }

  forget(phase: 'idle' | 'syncing' | 'failed', failure?: Failure): void {
    this.#set(phase === 'failed' ? 'failed' : 'syncing', false, failure);
  }

  #set(
    phase: NamespacePhase['phase'],
    known: boolean,
    failure?: Failure,
  ): void {
    this.phase = phase;
    this.known = known;
    this.failure = failure;
    this.#onChange();
  }
}

/** Joins the states of a kind in several namespaces: complete when all are, and failed, with the namespace, when one of them is. */
export class NamespacedState {
  readonly #whole: KeptPhase;
  readonly #parts = new Map<string, NamespacePhase>();

  constructor(whole: KeptPhase) {
    this.#whole = whole;
  }

  of(namespace: string): KeptPhase {
    const part = new NamespacePhase(this.#whole, () => this.#join());
    this.#parts.set(namespace, part);
    return part;
  }

  #join(): void {
    const whole = this.#whole;
    const parts = [...this.#parts.values()];
    if (parts.some(({ phase, known }) => phase === 'syncing' && !known)) {
      if (whole.known) whole.forget('syncing');
      else whole.syncing();
      return;
    }
    const failed = [...this.#parts].find(([, { phase }]) => phase === 'failed');
    if (!failed) {
      whole.live();
      return;
    }
    const [namespace, { failure }] = failed;
    const { reason, message } = failure!;
    if (parts.every(({ known }) => !known)) {
      whole.forget('failed', { reason, message });
      return;
    }
    // What the other namespaces hold counts, and coverage says which one is missing.
    if (!whole.known) whole.live();
    whole.failed(reason, `In namespace '${namespace}': ${message}`);
  }
}
