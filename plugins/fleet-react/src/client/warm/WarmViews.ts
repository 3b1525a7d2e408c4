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
import { TimeSource } from '../TimeSource';
import { TrackedView } from '../TrackedView';
import { ViewRegistry } from '../ViewRegistry';
import { warmAnswer } from './warmAnswer';
import { WarmStart } from './WarmStart';

const nameOf = (view: TrackedView) => `view ${view.key}`;

/** Gives views something to begin with, and keeps what they have been answered. */
export class WarmViews {
  readonly #warm: WarmStart;
  readonly #registry: ViewRegistry;
  readonly #time: TimeSource;

  constructor(options: {
    warm: WarmStart;
    registry: ViewRegistry;
    time: TimeSource;
  }) {
    const { warm, registry, time } = options;
    this.#warm = warm;
    this.#registry = registry;
    this.#time = time;
    warm.collectFrom(() => this.#entries());
    warm.onChange(change =>
      registry.known().forEach(view => {
        if (change === 'loaded') {
          this.asked(view);
        } else {
          view.cool();
        }
        registry.touch(view);
      }),
    );
  }

  asked(view: TrackedView): void {
    const { source } = view.state;
    if (!source || view.data || view.failure) return;
    const kept = this.#warm.take(nameOf(view));
    const answer = kept && warmAnswer(source.view, kept.value);
    if (answer) view.warm(answer, Math.min(kept.at, this.#time.now()));
  }

  left(view: TrackedView): void {
    for (const entry of this.#entriesOf(view)) this.#warm.keep(...entry);
  }

  failed(view: TrackedView): void {
    if (view.failure?.denied) this.#warm.refuse(nameOf(view));
  }

  *#entries() {
    for (const view of this.#registry.views()) yield* this.#entriesOf(view);
  }

  *#entriesOf(view: TrackedView): Generator<[string, object, number]> {
    const { data, asOf, isWarm, failure } = view;
    // Without a cluster's answer there is nothing to show, and no age to show with it.
    if (!data || asOf === undefined || isWarm || failure) return;
    const { rows, total, summary, coverage } = data;
    yield [nameOf(view), { rows, total, summary, coverage }, asOf];
  }
}
