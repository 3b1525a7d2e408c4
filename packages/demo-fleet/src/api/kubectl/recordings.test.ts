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

import { randomUUID } from 'node:crypto';
import { ObjectStore } from '../../store/ObjectStore';
import { createCertificateAuthority } from '../../tls/CertificateAuthority';
import { ApiServer, startApiServer } from '../startApiServer';
import { describeKubectl, KubectlSession } from '../testing/KubectlSession';
import { seedStore } from '../testing/recordings';

describeKubectl('kubectl with recorded objects', () => {
  let session: KubectlSession;
  let store: ObjectStore;
  let server: ApiServer;

  beforeEach(async () => {
    store = new ObjectStore({
      now: () => new Date('2026-11-20T23:58:35Z'),
      uid: randomUUID,
    });
    seedStore(store);
    const ca = await createCertificateAuthority({ name: 'kubectl' });
    server = await startApiServer({
      store,
      tls: await ca.issue(['127.0.0.1', 'localhost']),
      name: 'east',
      tokens: { admin: 'admin', viewer: 'viewer', nobody: 'nobody' },
    });
    const people = ['admin', 'viewer', 'nobody'];
    session = new KubectlSession(
      JSON.stringify({
        apiVersion: 'v1',
        kind: 'Config',
        'current-context': 'admin',
        clusters: [
          {
            name: 'east',
            cluster: {
              server: server.url,
              'certificate-authority-data': Buffer.from(
                ca.certificate,
              ).toString('base64'),
            },
          },
        ],
        users: people.map(name => ({ name, user: { token: name } })),
        contexts: people.map(name => ({
          name,
          context: { cluster: 'east', user: name },
        })),
      }),
    );
  });

  afterEach(async () => {
    session.close();
    await server.stop();
  });

  const kubectl = (...words: string[]) => session.ok(...words);

  const deployment = (name: string) =>
    store.get(store.types.require('apps/v1', 'Deployment'), 'quiet', name)!;

  it('gets objects as tables, names and JSON', async () => {
    const wide = await kubectl('get', 'pods', '-n', 'shop', '-o', 'wide');
    expect(
      wide
        .split('\n')
        .slice(0, 2)
        .map(line => line.split(/\s{2,}/)),
    ).toEqual([
      [
        'NAME',
        'READY',
        'STATUS',
        'RESTARTS',
        'AGE',
        'IP',
        'NODE',
        'NOMINATED NODE',
        'READINESS GATES',
      ],
      [
        'api-5467bd76d7-cdcpl',
        '1/1',
        'Running',
        '0',
        '105s',
        '198.18.17.10',
        'east-node-1',
        '<none>',
        '<none>',
      ],
    ]);
    expect(
      await kubectl('get', 'po', '-A', '-l', 'app=api', '-o', 'name'),
    ).toBe('pod/api-5467bd76d7-cdcpl\npod/api-5467bd76d7-v7j8d\n');
    const json = await kubectl(
      'get',
      'deploy',
      'zero',
      '-n',
      'quiet',
      '-o',
      'json',
      '--show-managed-fields',
    );
    expect(JSON.parse(json)).toEqual(deployment('zero'));
    expect(await kubectl('api-resources', '-o', 'name')).toContain(
      'widgets.demo.example.test\n',
    );
  });

  it('refuses what a person may not do', async () => {
    await expect(kubectl('get', 'pods', '--context', 'nobody')).rejects.toThrow(
      'User "nobody" cannot list resource "pods"',
    );
    await expect(
      kubectl(
        'scale',
        'deploy/zero',
        '-n',
        'quiet',
        '--replicas=1',
        '--context',
        'viewer',
      ),
    ).rejects.toThrow('cannot patch resource "deployments/scale"');
  });
});
