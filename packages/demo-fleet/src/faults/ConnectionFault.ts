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

import type { Connection } from '../http/Connection';
import type { Arrival, HttpsListener } from '../http/HttpsListener';
import type { ArmedRule } from './ArmedRule';
import type { FlapFault, HalfOpenFault } from './FaultRule';

/** What one rule does to the connections of a listener. */
export interface ConnectionFault {
  start(): void;
  /** What a new connection meets, which counts if it meets anything. */
  admit(): Arrival;
  stop(): void;
}

/** Down and up in turn. */
export class Flapping implements ConnectionFault {
  readonly #rule: ArmedRule<FlapFault>;
  readonly #listener: HttpsListener;
  #timer: NodeJS.Timeout | undefined;
  #down = false;

  constructor(rule: ArmedRule<FlapFault>, listener: HttpsListener) {
    this.#rule = rule;
    this.#listener = listener;
  }

  start(): void {
    const { upMilliseconds, downMilliseconds } = this.#rule.fault;
    this.#down = !this.#down;
    if (this.#down) {
      for (const connection of this.#listener.connections) {
        this.#rule.strike();
        connection.reset();
      }
    }
    this.#timer = setTimeout(
      () => this.start(),
      this.#down ? downMilliseconds : upMilliseconds,
    );
    this.#timer.unref();
  }

  admit(): Arrival {
    if (!this.#down) return 'serve';
    this.#rule.strike();
    return 'reset';
  }

  stop(): void {
    clearTimeout(this.#timer);
  }
}

/** Connections that have gone silent, and are destroyed at the end. */
export class HalfOpen implements ConnectionFault {
  readonly #rule: ArmedRule<HalfOpenFault>;
  readonly #listener: HttpsListener;
  readonly #silent = new Set<Connection>();

  constructor(rule: ArmedRule<HalfOpenFault>, listener: HttpsListener) {
    this.#rule = rule;
    this.#listener = listener;
  }

  start(): void {
    if (!this.#everywhere) return;
    this.#listener.connections.forEach(each => this.silence(each));
  }

  admit(): Arrival {
    if (!this.#everywhere) return 'serve';
    this.#rule.strike();
    return 'hold';
  }

  silence(connection: Connection): void {
    if (connection.silent || !this.#rule.strike()) return;
    connection.silence();
    this.#silent.add(connection);
  }

  stop(): void {
    const held = this.#everywhere ? this.#listener.connections : this.#silent;
    held.forEach(connection => connection.destroy());
    this.#silent.clear();
  }

  /** Whether it is for every connection, rather than for those of some requests. */
  get #everywhere(): boolean {
    const { match, skip, times } = this.#rule.rule;
    return !match && skip === undefined && times === undefined;
  }
}
