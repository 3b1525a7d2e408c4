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
import {
  ViewImplementation,
  SampleSeries,
} from '@quarterdeck/backstage-plugin-fleet-node';
import { Knex } from 'knex';
import { Inventory } from '../inventory/Inventory';
import { Clock, systemClock } from '../inventory/scheduling/Clock';
import { FleetLeases } from '../leases/FleetLeases';
import { ViewEngine } from '../views/ViewEngine';
import { planSeries, SeriesPlan } from './planSeries';
import { PlanNotice } from './PlanNotice';
import { SampleLimits } from './readSampleLimits';
import { SampleHistory } from './SampleHistory';
import { Sampler } from './Sampler';
import { SampleReport } from './SampleReport';
import { SampleStore } from './SampleStore';
import { connectionOf, SampleTaker } from './SampleTaker';
import { trend } from './trend';

/** The samples of the clusters. */
export interface Samples {
  /** The view that shows them. */
  readonly view: ViewImplementation;
  readonly report: SampleReport;
  /** Takes samples whenever this process holds the lease. The engine must know the views that the series are taken from. */
  sampleFrom(engine: ViewEngine): void;
  stop(): Promise<void>;
}

/** Samples of the clusters: taken by one of all processes, read by each. */
export function createSamples(options: {
  /** Migrated already. */
  database: Knex;
  leases: FleetLeases;
  inventory: Inventory;
  series: readonly SampleSeries[];
  limits: SampleLimits;
  logger: LoggerService;
  clock?: Clock;
}): Samples {
  const { leases, inventory, series, limits, logger } = options;
  const { clock = systemClock } = options;
  const { interval } = limits;
  const store = new SampleStore(options.database);
  const history = new SampleHistory({ store, interval, clock, logger });
  const plan = (): SeriesPlan =>
    planSeries(series, inventory.clusters().length, limits);
  return {
    view: trend({
      series,
      plan,
      history,
      connectionOf: cluster => connectionOf(inventory, cluster),
      sampling: limits.enabled,
      interval,
    }),
    report: new SampleReport({
      store,
      leases,
      series,
      plan,
      limits,
      inventory,
    }),
    sampleFrom(engine) {
      series.forEach(each => checkSeries(each, engine));
      if (!limits.enabled) return;
      const notice = new PlanNotice({ limits, logger });
      leases.hold(
        new Sampler({
          store,
          taker: () => new SampleTaker({ engine, inventory }),
          plan: () => notice.told(plan()),
          interval,
          clock,
          logger,
          onSampled: () => void history.refresh(),
        }),
      );
    },
    stop: () => history.stop(),
  };
}

/** @throws Error when a series cannot be taken from its view. */
function checkSeries({ id, view }: SampleSeries, engine: ViewEngine): void {
  const { kind } = engine.view(view.id);
  if (kind === 'collection') {
    throw new Error(
      `The series '${id}' cannot be taken from the view '${view.id}': a collection shows only some of its rows`,
    );
  }
}
