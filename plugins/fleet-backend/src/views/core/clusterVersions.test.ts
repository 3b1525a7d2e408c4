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

import { clusterVersionsView } from '@quarterdeck/backstage-plugin-fleet-common';
import { viewsOfTwoClusters } from './__testUtils__/viewsOfTwoClusters';

describe('versions of clusters', () => {
  let fleet: ReturnType<typeof viewsOfTwoClusters>;

  beforeEach(() => {
    fleet = viewsOfTwoClusters();
    const server = (cluster: string, version: string | undefined) => ({
      uid: cluster,
      cluster,
      namespace: '',
      title: `Cluster ${cluster}`,
      state: 'healthy',
      version,
    });
    fleet.put('clusters', server('a', 'v1.34.2'), server('b', 'v1.33.0'));
    const node = (uid: string, version: string) => ({
      uid,
      namespace: '',
      version,
    });
    fleet.put(
      'nodes',
      node('n1', 'v1.34.2'),
      node('n2', 'v1.30.9'),
      node('n3', 'v1.34.2'),
      node('n4', ''),
      { ...node('m', 'v1.33.0'), cluster: 'b' },
    );
  });

  afterEach(() => fleet.stop());

  it('tells how far kubelets are from their server, oldest server first', async () => {
    const { rows, summary } = await fleet.read(clusterVersionsView.id);
    expect(rows).toEqual([
      {
        cluster: 'b',
        title: 'Cluster b',
        state: 'healthy',
        version: 'v1.33.0',
        nodes: 1,
        kubelets: [{ version: 'v1.33.0', nodes: 1, skew: 0 }],
        skew: 0,
        outside: 0,
      },
      {
        cluster: 'a',
        title: 'Cluster a',
        state: 'healthy',
        version: 'v1.34.2',
        nodes: 4,
        kubelets: [
          { version: 'v1.30.9', nodes: 1, skew: 4 },
          { version: 'v1.34.2', nodes: 2, skew: 0 },
          { version: '', nodes: 1, skew: undefined },
        ],
        skew: 4,
        outside: 1,
      },
    ]);
    expect(summary).toEqual({
      minors: [
        { minor: '1.30', clusters: 0, nodes: 1 },
        { minor: '1.33', clusters: 1, nodes: 1 },
        { minor: '1.34', clusters: 1, nodes: 2 },
      ],
      unknown: 0,
      outside: 1,
    });
  });

  it('puts a kubelet that is newer before any that is older', async () => {
    fleet.put('nodes', {
      uid: 'new',
      cluster: 'b',
      namespace: '',
      version: 'v1.34.0',
    });
    const { rows } = await fleet.read(clusterVersionsView.id);
    expect(rows[0]).toMatchObject({ cluster: 'b', skew: -1, outside: 1 });
  });

  it('says nothing where the server or the nodes are not known', async () => {
    fleet.put('clusters', {
      uid: 'b',
      cluster: 'b',
      namespace: '',
      title: 'Cluster b',
      state: 'unreachable',
    });
    fleet.setUnknown('a', 'nodes');
    fleet.inventory.rows('nodes', 'a').forEach(({ uid }) => {
      fleet.inventory.remove('nodes', 'a', uid);
    });
    const { rows, summary } = await fleet.read(clusterVersionsView.id);
    expect(rows.map(({ cluster }: any) => cluster)).toEqual(['a', 'b']);
    expect(rows[0]).toMatchObject({ nodes: undefined, kubelets: [] });
    expect(rows[0].skew).toBeUndefined();
    expect(rows[1]).toMatchObject({ nodes: 1, version: undefined });
    expect(rows[1].outside).toBeUndefined();
    expect(summary).toMatchObject({ unknown: 1, outside: 0 });
  });
});
