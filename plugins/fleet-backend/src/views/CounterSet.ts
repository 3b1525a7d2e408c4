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
  AddToCounter,
  Counters,
} from '@quarterdeck/backstage-plugin-fleet-node';

/** Adds to counters in whatever array is set as its target. */
export interface CounterAdder {
  target: Float64Array;
  add: AddToCounter<string>;
}

/** Names of the counters of a view, compiled to places in an array. */
export class CounterLayout {
  readonly #places: ReadonlyMap<string, number>;
  readonly #names: readonly string[];

  constructor(names: readonly string[]) {
    this.#names = names;
    this.#places = new Map(names.map((name, place) => [name, place]));
  }

  create(): Float64Array {
    return new Float64Array(this.#names.length);
  }

  /** A function that adds `sign` times the amount to whatever array is set as its target. */
  adder(sign: 1 | -1): CounterAdder {
    const places = this.#places;
    const adder = {
      target: this.create(),
      add(counter: string, amount: number = 1) {
        const place = places.get(counter);
        if (place === undefined) {
          throw new TypeError(`Counter '${counter}' is not declared`);
        }
        adder.target[place] += sign * amount;
      },
    };
    return adder;
  }

  read(values: Float64Array): Counters<string> {
    const counters: Record<string, number> = {};
    for (let place = 0; place < this.#names.length; place++) {
      counters[this.#names[place]] = values[place];
    }
    return counters;
  }
}
