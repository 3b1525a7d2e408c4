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
  cronJobsView,
  daemonSetsView,
  jobsView,
  statefulSetsView,
} from '@quarterdeck/backstage-plugin-fleet-common';
import { viewsOfTwoClusters } from './__testUtils__/viewsOfTwoClusters';

describe('views of one kind of workload', () => {
  let fleet: ReturnType<typeof viewsOfTwoClusters>;

  beforeEach(() => {
    fleet = viewsOfTwoClusters();
  });

  afterEach(() => fleet.stop());

  const names = async (view: string, query: object = {}) =>
    (await fleet.read(view, query)).rows.map(({ name }: any) => name);

  it('show StatefulSets and DaemonSets with trouble first, and read no other kind', async () => {
    fleet.put(
      'statefulsets',
      { uid: 'db', status: 'Available', labels: {} },
      { uid: 'queue', status: 'Degraded', severity: 'warning', labels: {} },
      { uid: 'hidden', namespace: 'hidden', status: 'Degraded', labels: {} },
    );
    fleet.put('daemonsets', {
      uid: 'agent',
      status: 'Progressing',
      severity: 'progress',
      labels: {},
    });
    const { rows, summary } = await fleet.read(statefulSetsView.id);
    expect(rows.map(({ name }: any) => name)).toEqual(['queue', 'db']);
    expect(summary).toEqual({
      available: 1,
      progressing: 0,
      degraded: 1,
      scaledToZero: 0,
    });
    const params = { onlyTroubled: true };
    expect(await names(statefulSetsView.id, { params })).toEqual(['queue']);
    expect(await names(daemonSetsView.id)).toEqual(['agent']);
    const { retained } = fleet.inventory;
    expect(new Set(retained)).toEqual(new Set(['statefulsets', 'daemonsets']));
  });

  it('show Jobs with failed ones first, then the newest, by duration too', async () => {
    fleet.put(
      'jobs',
      { uid: 'long', status: 'Complete', started: 0, changed: 900, labels: {} },
      { uid: 'runs', status: 'Running', created: 950, labels: {} },
      { uid: 'quick', status: 'Complete', started: 890, changed: 899 },
      { uid: 'bad', status: 'Failed', severity: 'error', changed: 1 },
      { uid: 'held', status: 'Suspended', created: 2 },
    );
    const { rows, summary } = await fleet.read(jobsView.id);
    expect(rows.map(({ name }: any) => name)).toEqual([
      'bad',
      'runs',
      'long',
      'quick',
      'held',
    ]);
    expect(summary).toEqual({
      running: 1,
      complete: 2,
      failed: 1,
      suspended: 1,
    });
    const byDuration = await names(jobsView.id, {
      window: { sort: 'duration', limit: 2 },
    });
    expect(byDuration).toEqual(['long', 'quick']);
  });

  it('show CronJobs by when they were due last', async () => {
    fleet.put(
      'cronjobs',
      { uid: 'never', status: 'Scheduled', created: 5 },
      { uid: 'nightly', status: 'Scheduled', changed: 900 },
      { uid: 'off', status: 'Suspended', changed: 100 },
    );
    const { rows, summary } = await fleet.read(cronJobsView.id);
    expect(rows.map(({ name }: any) => name)).toEqual([
      'nightly',
      'off',
      'never',
    ]);
    expect(summary).toEqual({ scheduled: 2, suspended: 1 });
  });
});
