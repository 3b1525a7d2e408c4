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
  clustersHealthView,
  podPhasesView,
  podRestartsView,
} from '@quarterdeck/backstage-plugin-fleet-common';
import { viewsOfTwoClusters } from './__testUtils__/viewsOfTwoClusters';

const HOUR = 3_600_000;

describe('views of pods', () => {
  let fleet: ReturnType<typeof viewsOfTwoClusters>;

  beforeEach(() => {
    fleet = viewsOfTwoClusters();
    for (const cluster of ['a', 'b']) {
      fleet.put('clusters', {
        uid: cluster,
        cluster,
        namespace: '',
        title: `Cluster ${cluster}`,
      });
    }
  });

  afterEach(() => fleet.stop());

  const pod = (uid: string, fields: object = {}) => ({
    uid,
    phase: 'Running',
    status: 'Running',
    labels: {},
    restarts: 0,
    ...fields,
  });

  it('count phases and reasons, as many pods as cluster health does', async () => {
    fleet.put(
      'pods',
      pod('1'),
      pod('2', { status: 'CrashLoopBackOff', severity: 'error' }),
      pod('3', { phase: 'Pending', status: 'Pending', severity: 'warning' }),
      pod('4', { phase: 'Succeeded', status: 'Completed' }),
      pod('5', { phase: 'Failed', status: 'Evicted', severity: 'error' }),
      pod('6', { phase: 'Strange', status: 'Strange', severity: 'error' }),
      pod('7', { namespace: 'hidden', phase: 'Failed' }),
      pod('8', { cluster: 'b', status: 'CrashLoopBackOff', severity: 'error' }),
    );
    const { rows, summary } = await fleet.read(podPhasesView.id);
    expect(rows[0]).toEqual({
      cluster: 'a',
      title: 'Cluster a',
      pods: 6,
      running: 2,
      pending: 1,
      failed: 1,
      unknown: 1,
      succeeded: 1,
      reasons: {
        CrashLoopBackOff: 1,
        Evicted: 1,
        Unschedulable: 1,
        Other: 1,
      },
    });
    expect(summary).toMatchObject({
      pods: 7,
      running: 3,
      reasons: { CrashLoopBackOff: 2 },
    });
    const health = await fleet.read(clustersHealthView.id);
    expect(health.summary).toMatchObject({
      pods: summary.pods,
      podsRunning: summary.running,
    });

    fleet.put('pods', pod('2'));
    fleet.inventory.remove('pods', 'a', '5');
    const after = await fleet.read(podPhasesView.id);
    expect(after.rows[0]).toMatchObject({ pods: 5, running: 2, failed: 0 });
    expect(after.rows[0].reasons).toEqual({ Unschedulable: 1, Other: 1 });
  });

  it('leave phases out where pods were never read', async () => {
    fleet.setUnknown('b', 'pods');
    const { rows, summary } = await fleet.read(podPhasesView.id);
    expect(rows[0]).toMatchObject({ cluster: 'a', pods: 0 });
    expect(rows[1]).toEqual({
      cluster: 'b',
      title: 'Cluster b',
      reasons: {},
    });
    expect(summary.pods).toBe(0);
  });

  it('show pods that restarted lately, and let them go as time passes', async () => {
    fleet.pass(100 * HOUR);
    const now = 1_000_000 + 100 * HOUR;
    const restarted = (uid: string, ago: number, fields: object = {}) =>
      pod(uid, { restarts: 1, lastRestart: now - ago * HOUR, ...fields });
    fleet.put(
      'pods',
      pod('never'),
      pod('when', { restarts: 3 }),
      restarted('old', 30),
      restarted('lately', 1, { restarts: 4, severity: 'error' }),
      restarted('often', 5, { restarts: 40 }),
      restarted('unseen', 1, { namespace: 'hidden' }),
    );
    const names = async (params: object, sort?: string) => {
      const { rows } = await fleet.read(podRestartsView.id, {
        params: params as any,
        window: { sort },
      });
      return rows.map(({ name }: any) => name);
    };
    expect(await names({})).toEqual(['lately', 'often']);
    expect(await names({ minutes: 48 * 60 }, 'restarts')).toEqual([
      'often',
      'lately',
      'old',
    ]);
    const { summary } = await fleet.read(podRestartsView.id);
    expect(summary).toEqual({ pods: 2, errors: 1, restarts: 44 });
    fleet.pass(20 * HOUR);
    fleet.put('pods', pod('other', { cluster: 'b' }));
    expect(await names({ minutes: 23 * 60 })).toEqual(['lately']);
  });
});
