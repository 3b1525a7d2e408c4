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
  claimsView,
  quotaUsageView,
  storageOverviewView,
} from '@quarterdeck/backstage-plugin-fleet-common';
import { viewsOfTwoClusters } from './__testUtils__/viewsOfTwoClusters';

const claim = (uid: string, phase: string, fields: object = {}) => ({
  uid,
  status: phase,
  phase,
  severity: { Pending: 'warning', Lost: 'error' }[phase],
  storageClass: 'gp3',
  requested: 100,
  capacity: phase === 'Bound' ? 120 : undefined,
  accessModes: ['RWO'],
  ...fields,
});

const volume = (uid: string, status: string, fields: object = {}) => ({
  uid,
  namespace: '',
  status,
  storageClass: 'gp3',
  capacity: 120,
  reclaimPolicy: 'Delete',
  ...fields,
});

const gp3 = {
  uid: 'gp3',
  namespace: '',
  provisioner: 'ebs.csi.aws.com',
  isDefault: true,
};

describe('views of storage', () => {
  let fleet: ReturnType<typeof viewsOfTwoClusters>;
  beforeEach(() => {
    fleet = viewsOfTwoClusters();
  });
  afterEach(() => fleet.stop());

  it('adds up claims and volumes by class and state', async () => {
    fleet.put('storageclasses', gp3);
    fleet.put(
      'persistentvolumeclaims',
      claim('one', 'Bound'),
      claim('two', 'Pending', { requested: 40 }),
      claim('three', 'Lost', { requested: 7 }),
      claim('four', 'Pending', { storageClass: 'typo', requested: 1 }),
      claim('secret', 'Bound', { namespace: 'hidden' }),
    );
    fleet.put(
      'persistentvolumes',
      volume('bound', 'Bound'),
      volume('free', 'Available', { capacity: 30 }),
      volume('by-hand', 'Available', { storageClass: 'manual', capacity: 5 }),
    );
    const { rows, summary } = await fleet.read(storageOverviewView.id);
    expect(rows).toEqual([
      {
        cluster: 'a',
        storageClass: 'gp3',
        provisioner: 'ebs.csi.aws.com',
        isDefault: true,
        missing: false,
        claims: 3,
        bound: 1,
        pending: 1,
        lost: 1,
        requested: 147,
        requestedBound: 100,
        requestedPending: 40,
        requestedLost: 7,
        volumes: 2,
        provisioned: 150,
        unclaimed: 30,
      },
      expect.objectContaining({
        storageClass: 'typo',
        missing: true,
        claims: 1,
        volumes: 0,
      }),
      expect.objectContaining({
        storageClass: 'manual',
        missing: false,
        claims: 0,
        provisioned: 5,
      }),
    ]);
    expect(summary).toEqual({
      claims: 4,
      bound: 1,
      pending: 2,
      lost: 1,
      requested: 148,
      requestedBound: 100,
      requestedPending: 41,
      requestedLost: 7,
      volumes: 3,
      provisioned: 155,
      unclaimed: 35,
      missing: 1,
    });
    const one = await fleet.read(storageOverviewView.id, {
      params: { storageClass: 'manual' },
    });
    expect(one.rows.map((row: any) => row.storageClass)).toEqual(['manual']);
    expect(one.summary).toMatchObject({ claims: 0, provisioned: 5 });
  });

  it('leaves out what could not be read, and follows when it can', async () => {
    for (const kind of ['persistentvolumes', 'storageclasses']) {
      fleet.setUnknown('a', kind);
    }
    fleet.put('persistentvolumeclaims', claim('one', 'Bound'));
    const before = await fleet.read(storageOverviewView.id);
    expect(before.rows).toEqual([
      expect.objectContaining({
        storageClass: 'gp3',
        missing: false,
        bound: 1,
      }),
    ]);
    expect(before.rows[0]).not.toHaveProperty('volumes');
    expect(before.summary).not.toHaveProperty('provisioned');
    expect(before.coverage.failed).toHaveLength(2);

    for (const kind of ['persistentvolumes', 'storageclasses']) {
      fleet.inventory.setState('a', kind, {
        phase: 'live',
        known: true,
        since: 0,
        lastContact: 1,
      });
    }
    fleet.pass(1_000);
    const after = await fleet.read(storageOverviewView.id);
    expect(after.rows).toEqual([
      expect.objectContaining({ missing: true, volumes: 0, provisioned: 0 }),
    ]);
  });

  it('lists claims, lost and pending ones first, with counts that agree', async () => {
    fleet.put(
      'persistentvolumeclaims',
      claim('z', 'Bound'),
      claim('y', 'Pending'),
      claim('x', 'Lost'),
      claim('w', 'Bound', { cluster: 'b', requested: 9, storageClass: 'std' }),
      claim('v', 'Bound', { severity: 'progress', status: 'Terminating' }),
      claim('secret', 'Lost', { namespace: 'hidden' }),
    );
    const names = async (query: object) => {
      const answer = await fleet.read(claimsView.id, query);
      return answer.rows.map(({ name }: any) => name);
    };
    const { rows, total, summary } = await fleet.read(claimsView.id);
    expect(rows.map(({ name }: any) => name)).toEqual([
      'x',
      'y',
      'v',
      'w',
      'z',
    ]);
    expect(total).toBe(5);
    expect(summary).toEqual({ bound: 3, pending: 1, lost: 1, requested: 409 });
    expect(await names({ params: { onlyTroubled: true } })).toEqual([
      'x',
      'y',
      'v',
    ]);
    expect(await names({ params: { phases: ['Pending', 'Lost'] } })).toEqual([
      'x',
      'y',
    ]);
    expect(await names({ params: { storageClass: 'std' } })).toEqual(['w']);
    expect(await names({ window: { sort: 'requested', limit: 1 } })).toEqual([
      'v',
    ]);
    expect(await names({ window: { search: 'lost' } })).toEqual(['x']);
  });

  it('orders quotas by their fullest limit, and counts them by the thresholds that are asked for', async () => {
    const quota = (uid: string, share?: number) => ({ uid, items: [], share });
    fleet.put(
      'resourcequotas',
      quota('calm', 0.2),
      quota('full', 1.1),
      quota('near', 0.8),
      quota('uncounted'),
    );
    const usage = (params: Record<string, unknown>) =>
      fleet.read(quotaUsageView.id, { params });
    const { rows, summary } = await usage({});
    expect(rows.map(({ name }: any) => name)).toEqual([
      'full',
      'near',
      'calm',
      'uncounted',
    ]);
    expect(summary).toEqual({ critical: 1, warning: 1, below: 1, unknown: 1 });
    expect((await usage({ warning: 0.1, critical: 0.8 })).summary).toEqual({
      critical: 2,
      warning: 1,
      below: 0,
      unknown: 1,
    });
    const near = await usage({ onlyNearlyFull: true });
    expect(near.rows.map(({ name }: any) => name)).toEqual(['full', 'near']);
    expect(near.summary).toEqual({
      critical: 1,
      warning: 1,
      below: 0,
      unknown: 0,
    });
    fleet.put('resourcequotas', quota('full', 0.1));
    expect((await usage({})).summary).toMatchObject({ critical: 0, below: 2 });
  });
});
