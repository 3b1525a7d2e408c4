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

import { LoggerService } from '@backstage/backend-plugin-api';
import { WatchedResource } from '@quarterdeck/backstage-plugin-fleet-node';
import { ClusterConnector } from '../../clusters/connection/ClusterConnector';
import { ClusterMonitor } from '../../clusters/health/ClusterMonitor';
import { InventoryCounters } from '../InventoryCounters';
import { InventoryLimits } from '../InventoryLimits';
import { BlockPool } from '../json/BlockPool';
import { SharedStrings } from '../json/SharedStrings';
import { Clock } from '../scheduling/Clock';
import { ReadTicks } from '../scheduling/ReadTicks';
import { Turns } from '../scheduling/Turns';
import { WorkSlicer } from '../scheduling/WorkSlicer';
import { KeptState } from '../store/KeptState';
import { RowTable } from '../store/RowTable';

/** What all that keep rows share over the fleet. */
export interface FleetContext {
  readonly logger: LoggerService;
  readonly clock: Clock;
  readonly random: () => number;
  readonly limits: InventoryLimits;
  /** The right to receive a list. */
  readonly slots: Turns;
  /** The right to connect: handshakes cost the processor more than anything else that a connection does. */
  readonly handshakes: Turns;
  readonly slicer: WorkSlicer;
  /** When what comes on watches is looked at. */
  readonly ticks: ReadTicks;
  readonly blocks: BlockPool;
  readonly strings: SharedStrings;
  readonly intern: (text: string) => string;
  readonly counters: InventoryCounters;
}

/** What keeps rows. */
export interface Keeper {
  /** Works until the signal is aborted. Never rejects. */
  run(signal: AbortSignal): Promise<void>;
  /** The cluster is another one now: what is known of it is worth nothing. */
  startOver(): void;
}

/** Where rows are put: a table, or the part of it that belongs to a namespace. */
export type KeptRows = Pick<
  RowTable,
  'upsert' | 'remove' | 'retainOnly' | 'clear' | 'flush'
>;

/** Where it is said how it goes: for a kind, or for a kind in one namespace. */
export type KeptPhase = Pick<
  KeptState,
  'known' | 'touch' | 'syncing' | 'live' | 'failed' | 'forget'
>;

/** What is needed to keep one resource of one cluster. */
export interface KeeperContext {
  readonly fleet: FleetContext;
  readonly connector: ClusterConnector;
  readonly monitor: ClusterMonitor;
  readonly table: KeptRows;
  readonly state: KeptPhase;
}

/** The same for a watched kind. */
export interface ReflectorContext extends KeeperContext {
  readonly source: WatchedResource;
  /** The one namespace that is read; all when absent. */
  readonly namespace?: string;
  /** Lists again after so many milliseconds instead of watching. */
  readonly listEvery?: number;
  /** Called when all namespaces may not be read. Answers whether somebody else reads some of them from now on. */
  readonly narrow?: () => Promise<boolean>;
}
