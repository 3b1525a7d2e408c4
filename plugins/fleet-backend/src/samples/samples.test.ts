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

import { TestDatabases } from '@backstage/backend-test-utils';
import {
  trendView,
  ViewParams,
  viewQuerySchema,
} from '@quarterdeck/backstage-plugin-fleet-common';
import { Knex } from 'knex';
import { until } from '../leases/__testUtils__/leaseHarness';
import { wholeFleetViewer } from '../permissions/wholeFleetViewer';
import {
  HOUR,
  MINUTE,
  Portal,
  SampledFleet,
  startPortal,
  WatchedClock,
} from './__testUtils__/samplesHarness';
import { seriesBytesPerDay } from './planSeries';
import { SampleLimits } from './readSampleLimits';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });

type TrendParams = ViewParams<typeof trendView>;

const running: TrendParams = { series: ['pods.running'], range: '1h' };
const byCluster: TrendParams = { ...running, split: 'cluster' };

describe.each(databases.eachSupportedId())('samples on %s', databaseId => {
  let knex: Knex;
  let fleet: SampledFleet;
  let clock: WatchedClock;
  let portals: Portal[];

  beforeEach(async () => {
    knex = await databases.init(databaseId);
    fleet = new SampledFleet(['a', 'b']);
    fleet.pods('a', 3);
    fleet.pods('b', 2);
    clock = new WatchedClock();
    portals = [];
  });

  afterEach(async () => {
    await Promise.all(portals.map(portal => portal.stop()));
    await knex.destroy();
  });

  async function start(limits: Partial<SampleLimits> = {}): Promise<Portal> {
    const portal = await startPortal({ knex, fleet, clock, limits });
    portals.push(portal);
    return portal;
  }

  it('are taken at equal intervals, and what was not collected stays a gap', async () => {
    const portal = await start();
    await portal.tick();
    fleet.fails('a', 'pods', true);
    await portal.tick();
    fleet.fails('a', 'pods', false);
    fleet.pods('a', 5);
    fleet.connect('b', { state: 'unreachable' });
    await portal.tick();
    fleet.connect('b');
    await portal.tick();

    const { ends, summary, rows } = await portal.trend(byCluster);
    expect(ends(5)).toEqual({
      'pods.running/a': [null, 3, null, 5, 5],
      'pods.running/b': [null, 2, 2, null, 2],
    });
    expect(rows[0]).toMatchObject({
      title: 'Pods running',
      unit: 'count',
      clusterTitle: 'Cluster a',
    });
    expect(summary).toEqual({
      start: clock.now() - 59 * MINUTE,
      step: MINUTE,
      count: 60,
      sampling: true,
      interval: MINUTE,
      more: 0,
      unknown: [],
      leftOut: [],
      withheld: 0,
    });

    const whole = await portal.trend(running);
    expect(whole.ends(5)).toEqual({ 'pods.running/': [null, 5, 2, 5, 7] });
    expect(whole.rows[0].missing!.slice(-5)).toEqual([0, 0, 1, 1, 0]);
    expect(whole.rows[0].clusters).toBe(2);
  });

  it('do not take a cluster that came later for one that was missing', async () => {
    const portal = await start();
    fleet.connect('b', { state: 'unreachable' });
    await portal.tick(2);
    fleet.connect('b');
    await portal.tick();
    const { rows, ends } = await portal.trend(running);
    expect(ends(3)).toEqual({ 'pods.running/': [3, 3, 5] });
    expect(rows[0].missing).toBeUndefined();
  });

  it('fill a chart again after a restart, and are told as they come', async () => {
    const first = await start();
    await first.tick(70);
    fleet.pods('a', 4);
    await first.tick();
    const before = await first.trend(running);
    expect(before.rows[0].values).toHaveLength(60);
    expect(before.rows[0].values).not.toContain(null);
    await first.stop();

    const second = await start();
    const after = await second.trend(running);
    expect(after.rows).toEqual(before.rows);
    expect(after.summary).toEqual(before.summary);

    const open = second.engine.open(
      viewQuerySchema.parse({ view: trendView.id, params: { ...running } }),
      wholeFleetViewer,
    );
    const told: (number | null)[] = [];
    second.engine.onChange(live => {
      if (live !== open.live || !open.isReady()) return;
      const [row] = second.engine.answer(open).rows as any[];
      told.push(row.values.at(-1));
    });
    fleet.pods('a', 9);
    await second.tick();
    await until(() => told.includes(11), 'the new sample is told');
    open.release();
  });

  it('are packed by the hour and downsampled, each once whoever does it', async () => {
    const limits = { interval: 5 * MINUTE };
    let portal = await start(limits);
    // Twelve samples an hour: 1, 2, 3, … pods.
    for (let count = 1; count <= 30; count++) {
      fleet.pods('a', count);
      await portal.tick();
      if (count === 13) {
        await portal.stop();
        portal = await start(limits);
      }
    }
    expect(await knex('recent_samples')).toHaveLength(2 * 7);
    const tiers = await knex('sample_blocks')
      .where({ series: 'pods.running' })
      .groupBy('tier')
      .orderBy('tier')
      .select('tier')
      .count({ blocks: '*' });
    expect(
      tiers.map(({ tier, blocks }: any) => [tier, Number(blocks)]),
    ).toEqual([
      ['day', 2],
      ['raw', 4],
    ]);

    const day = await portal.trend({ ...byCluster, range: '24h' });
    // Samples are of 00:05, 00:10, …; the spans of five minutes hold one each.
    expect(day.rows[0].values.slice(-30)).toEqual(
      Array.from({ length: 30 }, (_, index) => index + 1),
    );
    const week = await portal.trend({ ...byCluster, range: '7d' });
    expect(week.summary.step).toBe(HOUR);
    expect(week.ends(3)['pods.running/a']).toEqual([6, 17.5, 27]);
    const [row] = week.rows;
    expect(row.low!.slice(-3)).toEqual([1, 12, 24]);
    expect(row.high!.slice(-3)).toEqual([11, 23, 30]);
  });

  it('are forgotten when they are too old, with the clusters that are gone', async () => {
    const portal = await start({ interval: 15 * MINUTE });
    await portal.tick(5);
    fleet.connect('b', { state: 'unreachable' });
    const left = async () => ({
      raw: (await knex('sample_blocks').where({ tier: 'raw' })).length,
      day: (await knex('sample_blocks').where({ tier: 'day' })).length,
      clusters: await knex('sample_clusters').orderBy('id').pluck('cluster'),
    });
    await portal.tick();
    clock.pass(27 * HOUR);
    await portal.tick(2);
    expect(await left()).toMatchObject({ clusters: ['a', 'b'] });
    expect(
      await knex('sample_blocks').where({ tier: 'raw', cluster_id: 2 }),
    ).toEqual([]);
    expect((await left()).day).toBeGreaterThan(0);
    const month = await portal.trend({ ...byCluster, range: '30d' });
    expect(month.rows.find(({ cluster }) => cluster === 'b')!.values).toContain(
      2,
    );

    clock.pass(33 * 24 * HOUR);
    await portal.tick(2);
    expect((await left()).clusters).toEqual(['a']);
    expect(await knex('sample_blocks').where({ cluster_id: 2 })).toEqual([]);
  });

  it('keep to the budget, in the order of the series, and say what is left out', async () => {
    const perSeries = 2 * seriesBytesPerDay(MINUTE);
    const portal = await start({
      maxSeriesPerCluster: 6,
      maxBytesPerDay: 4 * perSeries + 1,
    });
    await portal.tick();
    const [{ figures }] = await knex('recent_samples');
    expect(Object.keys(JSON.parse(figures))).toEqual([
      'pods.running',
      'pods.all',
      'pods.errors',
      'pods.warnings',
    ]);
    expect(portal.logger.warn.mock.calls).toEqual([
      [
        expect.stringMatching(
          /^Not sampled, because the budget does not hold them: nodes\.all, nodes\.ready, cpu\.used, .*fleet\.samples\.maxSeriesPerCluster is 6, fleet\.samples\.maxBytesPerDay \d+$/,
        ),
      ],
    ]);
    const report = await portal.report();
    expect(report.series.map(({ leftOut }) => leftOut).slice(0, 7)).toEqual([
      ...Array(4).fill(undefined),
      'bytes',
      'bytes',
      'series',
    ]);
    expect(report.use).toMatchObject({
      clusters: 2,
      seriesPerCluster: 4,
      plannedBytesPerDay: 4 * perSeries,
    });
    expect(report.sampler).toEqual({
      here: true,
      instance: portal.leases.instance.id,
    });
    const { rows, summary } = await portal.trend({
      series: ['nodes.all', 'nobody.knows'],
    });
    expect(rows).toEqual([]);
    expect(summary).toMatchObject({
      leftOut: ['nodes.all'],
      unknown: ['nobody.knows'],
    });
  });

  it('are taken by one of two processes, and by the other when that stops', async () => {
    const [first, second] = [await start(), await start()];
    await first.tick(2);
    const holders = async () =>
      (await Promise.all([first.report(), second.report()])).map(
        ({ sampler }) => sampler?.here,
      );
    const before = await holders();
    expect([...before].sort()).toEqual([false, true]);
    const [active, other] = before[0] ? [first, second] : [second, first];
    await expect(other.trend(running)).resolves.toMatchObject({
      rows: [{ clusters: 2 }],
    });

    await active.stop();
    await other.tick();
    expect((await other.report()).sampler?.here).toBe(true);
    expect(await knex('recent_samples')).toHaveLength(6);
    const { ends } = await other.trend(running);
    expect(ends(3)).toEqual({ 'pods.running/': [5, 5, 5] });
  });

  it('are not those of a cluster that had the name before', async () => {
    const portal = await start();
    await portal.tick(2);
    fleet.connect('a', { incarnation: 'a-2' });
    fleet.pods('a', 8);
    await portal.tick();
    const ofA = async () => (await portal.trend(byCluster)).ends(3);
    expect((await ofA())['pods.running/a']).toEqual([null, null, 8]);

    // Not known who answers: the last one that was sampled.
    fleet.connect('a', { incarnation: undefined, state: 'unreachable' });
    await portal.tick();
    expect((await ofA())['pods.running/a']).toEqual([null, 8, null]);

    fleet.connect('a');
    fleet.pods('a', 3);
    await portal.tick();
    expect((await portal.trend(byCluster)).ends(5)['pods.running/a']).toEqual([
      3,
      3,
      null,
      null,
      3,
    ]);
  });

  it('are shown to who may read the clusters that they are of', async () => {
    const portal = await start();
    await portal.tick();
    const onlyA = {
      ...wholeFleetViewer,
      key: 'a',
      cluster: (name: string) => name === 'a',
    };
    const params = { ...byCluster, series: ['pods.running', 'nodes.all'] };
    const ofA = await portal.trend(params, onlyA);
    expect(ofA.ends(1)).toEqual({ 'pods.running/a': [3], 'nodes.all/a': [0] });
    expect(ofA.coverage).toMatchObject({ asked: 1, answered: 1 });

    // Figures of all namespaces, for who sees only some.
    const someNamespaces = {
      ...wholeFleetViewer,
      key: 'some',
      namespace: () => false,
    };
    const some = await portal.trend(params, someNamespaces);
    expect(some.ends(1)).toEqual({ 'nodes.all/a': [0], 'nodes.all/b': [0] });
    expect(some.summary.withheld).toBe(2);

    const nobody = { ...someNamespaces, key: 'none', cluster: () => false };
    expect((await portal.trend(params, nobody)).rows).toEqual([]);

    const scoped = await portal.trend(running, wholeFleetViewer, {
      clusters: ['b'],
    });
    expect(scoped.ends(1)).toEqual({ 'pods.running/': [2] });
    const chosen = await portal.trend({ ...running, clusters: ['a'] });
    expect(chosen.ends(1)).toEqual({ 'pods.running/': [3] });
    const top = await portal.trend({ ...byCluster, top: 1 });
    expect(top.ends(1)).toEqual({ 'pods.running/a': [3] });
    expect(top.summary.more).toBe(1);
  });

  it('that cannot be read are told so, and come when they can', async () => {
    const portal = await start();
    await portal.tick();
    await knex.schema.renameTable('sample_blocks', 'elsewhere');
    const failed = await portal.trend(running);
    expect(failed.rows).toEqual([]);
    expect(failed.coverage.failed).toMatchObject([
      {
        cluster: 'a',
        reason: 'degraded',
        message:
          'The view could not be computed: The samples could not be read',
      },
      { cluster: 'b' },
    ]);
    await knex.schema.renameTable('elsewhere', 'sample_blocks');
    await portal.tick();
    await until(
      async () => (await portal.trend(running)).rows.length === 1,
      'they are read',
    );
  });

  it('are not taken where that is switched off', async () => {
    const portal = await start({ enabled: false });
    clock.pass(5 * MINUTE);
    const { rows, summary } = await portal.trend(running);
    expect(rows).toEqual([]);
    expect(summary.sampling).toBe(false);
    const report = await portal.report();
    expect(report.enabled).toBe(false);
    expect([report.sampler, report.lastSample]).toEqual([undefined, undefined]);
  });
});
