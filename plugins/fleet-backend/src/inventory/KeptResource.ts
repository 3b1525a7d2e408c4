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

import { ResourceSource } from '@quarterdeck/backstage-plugin-fleet-node';
import { Poller } from './poller/Poller';
import { ReadScope } from '../clusters/access/ReadScope';
import { Reflector } from './reflector/Reflector';
import {
  FleetContext,
  Keeper,
  KeeperContext,
} from './reflector/ReflectorContext';
import { ScopedReflector } from './reflector/ScopedReflector';
import { KeptState } from './store/KeptState';
import { RowTable } from './store/RowTable';

/** What a resource is read through. */
export type KeeperConnection = Pick<KeeperContext, 'connector' | 'monitor'> & {
  readonly scope: ReadScope;
};

/** One resource of one cluster: its rows, its state, and, while it is wanted, what keeps them. */
export class KeptResource {
  readonly source: ResourceSource;
  readonly table: RowTable;
  readonly state: KeptState;
  readonly #connection: KeeperConnection | undefined;
  readonly #fleet: FleetContext;
  #running:
    { keeper: Keeper; stop: AbortController; done: Promise<void> } | undefined;

  constructor(options: {
    source: ResourceSource;
    table: RowTable;
    state: KeptState;
    fleet: FleetContext;
    /** Absent when the cluster's definition cannot be used. */
    connection: KeeperConnection | undefined;
  }) {
    this.source = options.source;
    this.table = options.table;
    this.state = options.state;
    this.#fleet = options.fleet;
    this.#connection = options.connection;
  }

  start(): void {
    if (this.#running || !this.#connection) return;
    const stop = new AbortController();
    const keeper = this.#createKeeper(this.#connection);
    this.#running = { keeper, stop, done: keeper.run(stop.signal) };
  }

  /** Ends keeping. Rows and state stay. */
  async stop(): Promise<void> {
    const running = this.#running;
    this.#running = undefined;
    running?.stop.abort(new Error('Stopped'));
    await running?.done;
  }

  /** Ends keeping and lets the rows go. */
  async drop(): Promise<void> {
    await this.stop();
    if (!this.#running) {
      this.table.clear();
      this.table.flush();
      this.state.forget('idle');
    }
  }

  startOver(): void {
    this.#running?.keeper.startOver();
  }

  #createKeeper(connection: KeeperConnection): Keeper {
    const { source, table, state } = this;
    const { connector, monitor, scope } = connection;
    const context = { fleet: this.#fleet, table, state, connector, monitor };
    if (source.source === 'poll') {
      return new Poller({ ...context, source, scope });
    }
    return source.ref.scope === 'namespace'
      ? new ScopedReflector({ context: { ...context, source }, table, scope })
      : new Reflector({ ...context, source });
  }
}
