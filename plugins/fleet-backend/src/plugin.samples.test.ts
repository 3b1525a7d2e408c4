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
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { sampleSettingsSchema } from '@quarterdeck/backstage-plugin-fleet-common';
import { DemoCluster, startDemoCluster } from '@quarterdeck/demo-fleet';
import { until } from './leases/__testUtils__/leaseHarness';
import { fleetPlugin } from './plugin';
import { kubeconfigOf } from './rbac/__testUtils__/kubeconfigOf';

jest.setTimeout(60_000);

const stranger = 'user:default/stranger';

/** Everybody may read everything, but for one. */
const permissions = mockServices.permissions.mock({
  authorizeConditional: async (requests, { credentials }: any) =>
    requests.map(() => ({
      result:
        credentials.principal.userEntityRef === stranger
          ? AuthorizeResult.DENY
          : AuthorizeResult.ALLOW,
    })) as any,
  authorize: async requests =>
    requests.map(() => ({ result: AuthorizeResult.ALLOW })),
}).factory;

describe('fleet plugin with samples', () => {
  let cluster: DemoCluster;
  let backend: Awaited<ReturnType<typeof startTestBackend>>;

  beforeAll(async () => {
    cluster = await startDemoCluster({ name: 'east' });
    backend = await startTestBackend({
      features: [
        fleetPlugin,
        permissions,
        mockServices.rootConfig.factory({
          data: {
            fleet: {
              samples: { interval: '1s', maxSeriesPerCluster: 4 },
              clusters: [
                {
                  type: 'kubeconfig',
                  content: kubeconfigOf(cluster, cluster.tokens.admin),
                },
              ],
            },
          },
        }),
      ],
    });
  });

  afterAll(async () => {
    await backend?.stop();
    await cluster?.stop();
  });

  async function get(path: string, person = 'user:default/ada') {
    const response = await fetch(
      `http://localhost:${backend.server.port()}/api/fleet/v1${path}`,
      { headers: { authorization: mockCredentials.user.header(person) } },
    );
    return { status: response.status, body: (await response.json()) as any };
  }

  const trendPath = `/views/samples.trend?${new URLSearchParams({
    params: JSON.stringify({
      series: ['pods.all', 'nodes.all'],
      range: '1h',
      split: 'cluster',
    }),
  })}`;

  it('shows figures over time that agree with those of now', async () => {
    let rows: any[] = [];
    await until(async () => {
      ({
        body: { rows },
      } = await get(trendPath));
      return rows.some(
        ({ series, values }) =>
          series === 'pods.all' && values.filter(Boolean).length > 0,
      );
    }, 'samples are shown');
    const health = await get('/views/clusters.health');
    const last = rows[0].values.findLast((value: any) => value !== null);
    expect(rows[0]).toMatchObject({ cluster: 'east', unit: 'count' });
    expect(last).toBeCloseTo(health.body.rows[0].pods, -1);
  });

  it('tells what is sampled, and what the budget leaves out', async () => {
    const { status, body } = await get('/samples');
    expect(status).toBe(200);
    const settings = sampleSettingsSchema.parse(body);
    expect(settings).toMatchObject({
      enabled: true,
      interval: 1_000,
      use: { clusters: 1, seriesPerCluster: 4 },
      budget: { maxSeriesPerCluster: 4, maxBytesPerDay: 67_108_864 },
      sampler: { here: true },
    });
    expect(settings.series[4]).toEqual({
      id: 'nodes.all',
      title: 'Nodes',
      unit: 'count',
      leftOut: 'series',
    });
    const { body: trend } = await get(trendPath);
    expect(trend.summary.leftOut).toEqual(['nodes.all']);
  });

  it('shows nothing to who may read no cluster', async () => {
    expect((await get('/samples', stranger)).status).toBe(403);
    expect((await get(trendPath, stranger)).body.rows).toEqual([]);
  });

  it('refuses what it cannot draw', async () => {
    const asked = async (params: object) =>
      get(
        `/views/samples.trend?${new URLSearchParams({
          params: JSON.stringify(params),
        })}`,
      );
    expect((await asked({ series: [] })).status).toBe(400);
    expect((await asked({ range: '2y' })).status).toBe(400);
    expect((await asked({ series: Array(9).fill('a.b') })).status).toBe(400);
  });
});
