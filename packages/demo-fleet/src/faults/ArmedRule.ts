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

import type { Fault, FaultRule } from './FaultRule';
import type { ActiveFault } from './FaultSwitchboard';
import { FaultSubject, matchesRequest } from './matchesRequest';

/** A rule with its counters. */
export class ArmedRule<F extends Fault = Fault> implements ActiveFault {
  #seen = 0;
  #hits = 0;

  constructor(
    readonly id: string,
    readonly rule: FaultRule & { readonly fault: F },
  ) {}

  get fault(): F {
    return this.rule.fault;
  }

  get hits(): number {
    return this.#hits;
  }

  get wornOff(): boolean {
    return this.#hits >= (this.rule.times ?? Infinity);
  }

  /** Whether the rule would be for such a request, without counting it. */
  concerns(subject: FaultSubject): boolean {
    return !this.wornOff && matchesRequest(this.rule.match, subject);
  }

  /** Whether the request is one for this rule, behind those that it skips. */
  sees(subject: FaultSubject): boolean {
    if (!this.concerns(subject)) return false;
    this.#seen += 1;
    return this.#seen > (this.rule.skip ?? 0);
  }

  /** Counts a hit; false when it may not strike any more. */
  strike(): boolean {
    if (this.wornOff) return false;
    this.#hits += 1;
    return true;
  }
}
