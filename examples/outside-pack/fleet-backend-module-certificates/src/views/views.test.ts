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
  CertificateRow,
  certificatesResource,
  ReadinessCheckRow,
} from '@acme/backstage-plugin-certificates-common';
import { apiServerReadiness } from './apiServerReadiness';
import { certificatesList } from './certificatesList';
import { certificatesTotals } from './certificatesTotals';

function certificate(
  name: string,
  row: Partial<CertificateRow> = {},
): CertificateRow {
  return {
    uid: name,
    cluster: 'east',
    namespace: 'shop',
    name,
    status: 'Ready',
    secret: name,
    issuer: 'Issuer internal',
    dnsNames: [],
    ...row,
  };
}

function check(name: string, detail?: string): ReadinessCheckRow {
  return {
    uid: name,
    cluster: 'east',
    namespace: '',
    name,
    passed: detail === undefined,
    detail,
  };
}

describe('certificates.list', () => {
  const rows = [
    certificate('never', { status: 'Not ready', cluster: 'west' }),
    certificate('soon', { expiry: 100, namespace: 'data' }),
    certificate('also-never', { status: 'Unknown' }),
    certificate('late', { expiry: 900, cluster: 'west' }),
  ];

  it.each([
    [{}, ['never', 'soon', 'also-never', 'late']],
    [{ before: 900 }, ['soon']],
    [{ before: 901 }, ['soon', 'late']],
  ])('keeps what expires with %j', (params, names) => {
    const matches = certificatesList.filter!(params, 0);
    expect(rows.filter(matches).map(({ name }) => name)).toEqual(names);
  });

  it.each([
    ['expiry', ['soon', 'late', 'also-never', 'never']],
    ['status', ['never', 'also-never', 'late', 'soon']],
    ['name', ['also-never', 'late', 'never', 'soon']],
    ['namespace', ['soon', 'also-never', 'late', 'never']],
    ['cluster', ['also-never', 'soon', 'late', 'never']],
  ])('orders by %s', (sort, names) => {
    const sorted = [...rows].sort(certificatesList.sorts[sort]);
    expect(sorted.map(({ name }) => name)).toEqual(names);
  });

  it('counts by status', () => {
    const counters = { ready: 0, notReady: 0, unknown: 0 };
    rows.forEach(row =>
      certificatesList.count!(
        row,
        (counter, amount = 1) => {
          counters[counter] += amount;
        },
        certificatesList.ref.params.parse({}),
      ),
    );
    expect(certificatesList.summarise(counters)).toEqual({
      ready: 2,
      notReady: 1,
      unknown: 1,
    });
  });
});

describe('certificates.totals', () => {
  const part = (
    cluster: string,
    known: boolean,
    [ready, notReady, unknown]: [number, number, number],
  ) => ({
    cluster,
    counters: { ready, notReady, unknown },
    known: (resource: object) => known && resource === certificatesResource,
    connection: undefined,
  });
  const east = part('east', true, [3, 1, 0]);
  const west = part('west', true, [0, 0, 2]);
  const bare = part('bare', false, [0, 0, 0]);

  it('shows the counts of a cluster, and nothing of one that was not read', () => {
    expect(certificatesTotals.row!(east, {})).toEqual({
      cluster: 'east',
      certificates: 4,
      ready: 3,
      notReady: 1,
      unknown: 0,
    });
    expect(certificatesTotals.row!(bare, {})).toBeUndefined();
  });

  it('adds up the clusters that were read', () => {
    expect(certificatesTotals.summarise([east, west, bare], {}, [])).toEqual({
      clusters: 2,
      certificates: 6,
      ready: 3,
      notReady: 1,
      unknown: 2,
    });
    expect(certificatesTotals.summarise([bare], {}, [])).toEqual({
      clusters: 0,
    });
  });
});

describe('certificates.readiness', () => {
  const compute = (...checks: ReadinessCheckRow[]) =>
    apiServerReadiness.compute({ checks }, {}, 'east', 0, () => true);

  it('joins the checks of a cluster', () => {
    expect(compute(check('ping'), check('etcd', 'reason withheld'))).toEqual([
      {
        cluster: 'east',
        ready: false,
        passing: ['ping'],
        failing: [{ name: 'etcd', detail: 'reason withheld' }],
      },
    ]);
    expect(compute(check('ping'))).toEqual([
      { cluster: 'east', ready: true, passing: ['ping'], failing: [] },
    ]);
  });

  it('says nothing of a cluster that was not asked', () => {
    expect(compute()).toEqual([]);
  });

  it('puts the servers that are not ready first', () => {
    const row = (cluster: string, ready: boolean) => ({
      cluster,
      ready,
      passing: [],
      failing: [],
    });
    const rows = [row('b', true), row('c', false), row('a', true)];
    rows.sort(apiServerReadiness.compare);
    expect(rows.map(({ cluster }) => cluster)).toEqual(['c', 'a', 'b']);
    expect(apiServerReadiness.summarise(rows, {}, [])).toEqual({
      ready: 2,
      notReady: 1,
    });
  });
});
