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

import { mockServices } from '@backstage/backend-test-utils';
import {
  TrendRow,
  TrendSummary,
  trendView,
  viewQuerySchema,
  ViewParams,
  ViewScope,
} from '@quarterdeck/backstage-plugin-fleet-common';
import { Knex } from 'knex';
import { openFleetDatabase } from '../../database/openFleetDatabase';
import { ManualClock } from '../../inventory/__testUtils__/ManualClock';
import { longTimes, until } from '../../leases/__testUtils__/leaseHarness';
import { FleetLeases } from '../../leases/FleetLeases';
import { NamespaceDirectory } from '../../permissions/NamespaceDirectory';
import { Viewer } from '../../permissions/Viewer';
import { wholeFleetViewer } from '../../permissions/wholeFleetViewer';
import { MemoryInventory } from '../../testing/MemoryInventory';
import { coreViews } from '../../views/core/coreViews';
import { ViewEngine } from '../../views/ViewEngine';
import { coreSeries } from '../coreSeries';
import { createSamples } from '../createSamples';
import { SampleLimits } from '../readSampleLimits';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;

/** A clock that tells when somebody sleeps until a round time, as the sampler does. */
export class WatchedClock extends ManualClock {
  readonly #due = new Set<{ at: number }>();

  setTimeout(callback: () => void, milliseconds: number): () => void {
    const timer = { at: this.now() + milliseconds };
    this.#due.add(timer);
    const cancel = super.setTimeout(() => {
      this.#due.delete(timer);
      callback();
    }, milliseconds);
    return () => {
      this.#due.delete(timer);
      cancel();
    };
  }

  sleepsUntilRound(interval: number): boolean {
    return [...this.#due].some(({ at }) => at % interval === 0);
  }

  /** Goes on, past all timers on the way. */
  pass(milliseconds: number): void {
    const end = this.now() + milliseconds;
    while (this.now() < end) this.step(end - this.now());
  }
}

/** A fleet that a test fills by hand: its clusters have as many pods and nodes as it says. */
export class SampledFleet {
  readonly inventory: MemoryInventory;

  constructor(clusters: readonly string[]) {
    this.inventory = new MemoryInventory(clusters);
    clusters.forEach(cluster => this.connect(cluster));
  }

  /** How the connection of a cluster stands. */
  connect(cluster: string, row: object = {}): void {
    this.inventory.put('clusters', {
      uid: cluster,
      cluster,
      namespace: '',
      name: cluster,
      title: `Cluster ${cluster}`,
      state: 'healthy',
      incarnation: `${cluster}-1`,
      ...row,
    } as any);
    this.inventory.put('namespaces', {
      uid: 'shop',
      cluster,
      namespace: 'shop',
      name: 'shop',
      labels: {},
    } as any);
  }

  pods(cluster: string, count: number): void {
    for (const uid of [...this.inventory.rows('pods', cluster).keys()]) {
      this.inventory.remove('pods', cluster, uid);
    }
    for (let index = 0; index < count; index++) {
      this.inventory.put('pods', {
        uid: `${cluster}-${index}`,
        cluster,
        namespace: 'shop',
        name: `pod-${index}`,
        phase: 'Running',
        cpuRequest: 0.5,
        memoryRequest: 1024,
        gpuRequest: 0,
      } as any);
    }
  }

  fails(cluster: string, resource: string, failed: boolean): void {
    this.inventory.setState(cluster, resource, {
      phase: failed ? 'failed' : 'live',
      known: true,
      since: 0,
    });
  }
}

/** A process of the portal with its sampler, on a fleet and a clock that several may share. */
export async function startPortal(options: {
  knex: Knex;
  fleet: SampledFleet;
  clock: WatchedClock;
  limits?: Partial<SampleLimits>;
}) {
  const { knex, fleet, clock } = options;
  const { inventory } = fleet;
  await openFleetDatabase(mockServices.database({ knex }));
  const limits: SampleLimits = {
    enabled: true,
    interval: MINUTE,
    maxSeriesPerCluster: 50,
    maxBytesPerDay: 64 * 1024 * 1024,
    ...options.limits,
  };
  const logger = mockServices.logger.mock();
  const leases = new FleetLeases({ database: knex, logger, times: longTimes });
  const samples = createSamples({
    database: knex,
    leases,
    inventory,
    series: coreSeries,
    limits,
    logger,
    clock,
  });
  const engine = new ViewEngine({
    inventory,
    directory: new NamespaceDirectory(inventory),
    views: [...coreViews, samples.view],
    now: () => clock.now(),
  });
  samples.sampleFrom(engine);
  leases.start();
  const asleep = () =>
    until(() => clock.sleepsUntilRound(limits.interval), 'a sampler sleeps');

  return {
    engine,
    logger,
    leases,
    report: () => samples.report.read(clock.now()),
    /** Lets some samples be taken. */
    async tick(count: number = 1) {
      for (let done = 0; done < count; done++) {
        await asleep();
        clock.pass(limits.interval - (clock.now() % limits.interval));
        await asleep();
      }
    },
    async trend(
      params: ViewParams<typeof trendView>,
      viewer: Viewer = wholeFleetViewer,
      scope: ViewScope = {},
    ) {
      const query = viewQuerySchema.parse({
        view: trendView.id,
        params: params as Record<string, unknown>,
        scope,
      });
      let answer: any;
      await until(async () => {
        answer = await engine.read(query, viewer);
        const { start, step, count } = answer.summary as TrendSummary;
        return (
          start + count * step > clock.now() ||
          answer.coverage.failed.some(
            ({ reason }: any) => reason === 'degraded',
          )
        );
      }, 'the samples of now are read');
      return {
        coverage: answer.coverage,
        summary: answer.summary as TrendSummary,
        rows: answer.rows as TrendRow[],
        /** The last figures of each row, by series and cluster. */
        ends: (count: number) =>
          Object.fromEntries(
            (answer.rows as TrendRow[]).map(row => [
              trendView.key(row),
              row.values.slice(-count),
            ]),
          ),
      };
    },
    async stop() {
      engine.stop();
      await leases.stop();
      await samples.stop();
    },
  };
}

export type Portal = Awaited<ReturnType<typeof startPortal>>;
