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

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { firstClusters } from '../__testUtils__/firstClusters';
import { InClusterSource } from './InClusterSource';

describe('the own cluster', () => {
  let folder: string;
  const clusters = (environment: NodeJS.ProcessEnv) =>
    firstClusters([
      new InClusterSource(
        {
          key: 'fleet.clusters[0]',
          name: 'home',
          title: 'Home',
          labels: { region: 'eu' },
          namespaces: undefined,
          folder,
        },
        environment,
      ),
    ]);

  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'serviceaccount-'));
    writeFileSync(path.join(folder, 'token'), 'first\n');
    writeFileSync(path.join(folder, 'ca.crt'), 'PEM');
    writeFileSync(path.join(folder, 'namespace'), 'portal');
  });

  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it.each([
    ['10.96.0.1', 'https://10.96.0.1:6443/'],
    ['fd00::1', 'https://[fd00::1]:6443/'],
  ])(
    'is reached at %s with the service account of the pod',
    async (host, server) => {
      const [home] = clusters({
        KUBERNETES_SERVICE_HOST: host,
        KUBERNETES_SERVICE_PORT: '6443',
      });
      expect(home).toMatchObject({
        name: 'home',
        title: 'Home',
        labels: { region: 'eu' },
        source: 'in-cluster',
        auth: 'service-account',
        contextNamespace: 'portal',
      });
      expect(home.endpoint!.server.href).toBe(server);
      const { credentials } = home.endpoint!;
      expect(await credentials.read()).toEqual({
        token: 'first',
        authority: 'PEM',
      });
      writeFileSync(path.join(folder, 'token'), 'renewed');
      expect(await credentials.refresh()).toMatchObject({ token: 'renewed' });
    },
  );

  it('says so where there is none', () => {
    const [home] = clusters({});
    expect(home.endpoint).toBeUndefined();
    expect(home.problem).toEqual({
      message:
        'The backend does not run in a cluster: it finds no service account of a pod.',
      advice: expect.stringContaining('fleet.clusters[0]'),
    });
  });
});
