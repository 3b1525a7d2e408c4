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

import type { ApiError } from '../api/ApiError';
import type { Identity } from '../api/auth/Identity';
import type { Connection } from '../http/Connection';
import type { HttpsListener } from '../http/HttpsListener';
import { ArmedRule } from './ArmedRule';
import { checkFaultRule } from './checkFaultRule';
import { ConnectionFault, Flapping, HalfOpen } from './ConnectionFault';
import type {
  ClockSkewFault,
  CutFault,
  FaultRule,
  FlapFault,
  HalfOpenFault,
  SlowBytesFault,
  WatchFault,
} from './FaultRule';
import type {
  ActiveFault,
  AddedFault,
  FaultSwitchboard,
} from './FaultSwitchboard';
import type { BodyFaults } from './FaultyTarget';
import type { FaultSubject } from './matchesRequest';
import { statusError } from './statusError';
import type { WatchTap } from './watch/WatchTap';
import { watchFilter } from './watch/watchFilter';

/** What a request meets before and while it is answered. */
export interface Encounter {
  delayMs: number;
  hangs: boolean;
  /** Its refusal, in place of an answer. */
  refuse?: (identity: Identity) => ApiError;
  /** Undefined where the answer goes its way unharmed. */
  body?: BodyFaults;
}

type WatchRule = ArmedRule<WatchFault | ClockSkewFault>;

interface Installed {
  rule: ArmedRule;
  connections?: ConnectionFault;
}

const UNHARMED: Encounter = { delayMs: 0, hangs: false };

/** The faults of one endpoint, and where they take hold. */
export class EndpointFaults implements FaultSwitchboard {
  readonly #listener: HttpsListener;
  readonly #random: () => number;
  readonly #installed = new Map<string, Installed>();
  readonly #watches = new Set<WatchTap>();
  #count = 0;

  constructor(listener: HttpsListener, random: () => number) {
    this.#listener = listener;
    this.#random = random;
    listener.admit = () => this.#admit();
  }

  add(input: FaultRule): AddedFault {
    this.#count += 1;
    const id = String(this.#count);
    const rule = new ArmedRule(id, checkFaultRule(input));
    const connections = this.#connectionFault(rule);
    this.#installed.set(id, { rule, connections });
    connections?.start();
    if (isForWatches(rule)) {
      for (const tap of [...this.#watches]) this.#offer(rule, tap);
    }
    return Object.assign(liveView(rule), { remove: () => this.remove(id) });
  }

  remove(id: string): boolean {
    const installed = this.#installed.get(id);
    if (!installed) return false;
    this.#installed.delete(id);
    installed.connections?.stop();
    for (const tap of this.#watches) tap.remove(id);
    return true;
  }

  clear(): void {
    for (const id of [...this.#installed.keys()]) this.remove(id);
  }

  list(): readonly ActiveFault[] {
    return [...this.#installed.values()].map(({ rule }) => liveView(rule));
  }

  /** What a request meets, which counts as far as it meets anything. */
  meet(subject: FaultSubject, connection: Connection): Encounter {
    if (this.#installed.size === 0) return UNHARMED;
    const encounter: Encounter = { ...UNHARMED };
    for (const installed of this.#installed.values()) {
      this.#apply(installed, subject, connection, encounter);
      if (encounter.hangs || encounter.refuse) break;
    }
    return encounter;
  }

  /** Puts the watch within reach of the rules as long as it is open. */
  watch(tap: WatchTap): WatchTap {
    this.#watches.add(tap);
    tap.onClose(() => this.#watches.delete(tap));
    for (const { rule } of this.#installed.values()) {
      if (isForWatches(rule)) this.#offer(rule, tap);
    }
    return tap;
  }

  #apply(
    { rule, connections }: Installed,
    subject: FaultSubject,
    connection: Connection,
    encounter: Encounter,
  ): void {
    const { fault } = rule;
    switch (fault.type) {
      case 'half-open':
        if (!rule.sees(subject)) return;
        (connections as HalfOpen).silence(connection);
        encounter.hangs = true;
        return;
      case 'hang':
        encounter.hangs = struck(rule, subject);
        return;
      case 'status':
        if (!struck(rule, subject)) return;
        encounter.refuse = identity =>
          statusError(fault, { info: subject.info, identity });
        return;
      case 'delay':
        if (!struck(rule, subject)) return;
        encounter.delayMs +=
          fault.milliseconds + this.#random() * (fault.jitter ?? 0);
        return;
      case 'slow-bytes':
      case 'cut':
        if (struck(rule, subject)) harmBody(bodyOf(encounter), fault);
        return;
      case 'clock-skew':
        skew(rule, fault, subject, encounter);
        return;
      default:
    }
  }

  #offer(rule: WatchRule, tap: WatchTap): void {
    if (!rule.sees(tap.subject)) return;
    tap.install(rule.id, watch => watchFilter(rule, watch));
  }

  #connectionFault(rule: ArmedRule): ConnectionFault | undefined {
    switch (rule.fault.type) {
      case 'flap':
        return new Flapping(rule as ArmedRule<FlapFault>, this.#listener);
      case 'half-open':
        return new HalfOpen(rule as ArmedRule<HalfOpenFault>, this.#listener);
      default:
        return undefined;
    }
  }

  #admit() {
    for (const { connections } of this.#installed.values()) {
      const arrival = connections?.admit() ?? 'serve';
      if (arrival !== 'serve') return arrival;
    }
    return 'serve';
  }
}

function struck(rule: ArmedRule, subject: FaultSubject): boolean {
  return rule.sees(subject) && rule.strike();
}

function bodyOf(encounter: Encounter): BodyFaults {
  encounter.body ??= { skewMs: 0, dateSkewMs: 0 };
  return encounter.body;
}

/** Of several faults the worst holds. */
function harmBody(body: BodyFaults, fault: SlowBytesFault | CutFault): void {
  if (fault.type === 'cut') {
    const { cutAfterBytes = Infinity } = body;
    body.cutAfterBytes = Math.min(cutAfterBytes, fault.afterBytes);
  } else {
    const { bytesPerSecond = Infinity } = body;
    body.bytesPerSecond = Math.min(bytesPerSecond, fault.bytesPerSecond);
  }
}

/** The lines of a watch are shifted by its tap, where the rule counts them. */
function skew(
  rule: ArmedRule,
  { milliseconds }: ClockSkewFault,
  subject: FaultSubject,
  encounter: Encounter,
): void {
  const watches = subject.info?.verb === 'watch';
  if (watches ? !rule.concerns(subject) : !struck(rule, subject)) return;
  const body = bodyOf(encounter);
  body.dateSkewMs += milliseconds;
  if (!watches) body.skewMs += milliseconds;
}

/** A clock that is wrong is wrong in open watches too. */
function isForWatches(rule: ArmedRule): rule is WatchRule {
  const { type } = rule.fault;
  return (
    type.startsWith('watch-') ||
    type === 'no-bookmarks' ||
    type === 'clock-skew'
  );
}

function liveView(rule: ArmedRule): ActiveFault {
  return {
    id: rule.id,
    rule: rule.rule,
    get hits() {
      return rule.hits;
    },
    get wornOff() {
      return rule.wornOff;
    },
  };
}
