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

import type { FaultRule } from './FaultRule';

/** A rule that was added and not removed. */
export interface ActiveFault {
  readonly id: string;
  readonly rule: FaultRule;
  /** Requests, watches or connections that it has harmed so far. */
  readonly hits: number;
  /**
   * It has struck as often as it may. Whatever it holds, such as a silent
   * connection, it holds until it is removed.
   */
  readonly wornOff: boolean;
}

/** The handle of a rule. Its figures are live. */
export interface AddedFault extends ActiveFault {
  /** Ends the fault; harmless when it is gone already. */
  remove(): void;
}

/** The faults of one cluster, added and removed while it runs. */
export interface FaultSwitchboard {
  /** Throws a `FaultRuleError` that says what is wrong with the rule. */
  add(rule: FaultRule): AddedFault;
  /** Whether there was such a rule. */
  remove(id: string): boolean;
  /** Removes every rule. */
  clear(): void;
  /** In the order in which they were added. */
  list(): readonly ActiveFault[];
}
