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

import { execFile, spawn, spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { ObjectStore } from '../store/ObjectStore';
import { createCertificateAuthority } from '../tls/CertificateAuthority';
import { ApiServer, startApiServer } from './startApiServer';
import { seedStore } from './testing/recordings';

const isInstalled = spawnSync('kubectl', ['version', '--client']).status === 0;

if (!isInstalled) {
  // eslint-disable-next-line no-console
  console.warn('kubectl is not installed: its tests are not run');
}

const MANIFEST = {
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name: 'hello', namespace: 'quiet', labels: { app: 'hello' } },
  spec: {
    replicas: 2,
    selector: { matchLabels: { app: 'hello' } },
    template: {
      metadata: { labels: { app: 'hello' } },
      spec: { containers: [{ name: 'hello', image: 'example.test/hello:1' }] },
    },
  },
};

(isInstalled ? describe : describe.skip)('kubectl', () => {
  let directory: string;
  let store: ObjectStore;
  let server: ApiServer;

  beforeEach(async () => {
    directory = mkdtempSync(join(tmpdir(), 'kubectl-'));
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
    writeFileSync(
      join(directory, 'config'),
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
    await server.stop();
    rmSync(directory, { recursive: true });
  });

  const environment = () => ({
    ...process.env,
    HOME: directory,
    KUBECONFIG: join(directory, 'config'),
  });

  function kubectl(...words: string[]): Promise<string> {
    return new Promise((resolve, reject) =>
      execFile(
        'kubectl',
        words,
        { env: environment() },
        (error, stdout, stderr) =>
          error ? reject(new Error(stderr)) : resolve(stdout),
      ),
    );
  }

  function file(name: string, content: unknown): string {
    const path = join(directory, name);
    writeFileSync(path, JSON.stringify(content));
    return path;
  }

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

  it('watches', async () => {
    const child = spawn(
      'kubectl',
      ['get', 'deploy', '-n', 'quiet', '-w', '--no-headers'],
      { env: environment() },
    );
    // kubectl lists first; the change comes once its watch is open.
    const timer = setInterval(() => {
      if (server.watchCount === 0) return;
      clearInterval(timer);
      const zero = deployment('zero');
      store.update(store.types.require('apps/v1', 'Deployment'), {
        ...zero,
        spec: { ...zero.spec, replicas: 3 },
      });
    }, 5);
    const lines: string[][] = [];
    for await (const line of createInterface({ input: child.stdout })) {
      lines.push(line.split(/\s+/).slice(0, 2));
      if (lines.length === 2) break;
    }
    child.kill();
    await once(child, 'close');
    expect(lines).toEqual([
      ['zero', '0/0'],
      ['zero', '0/3'],
    ]);
  });

  it('scales, patches in three ways, cordons and deletes', async () => {
    await kubectl('scale', 'deploy/zero', '-n', 'quiet', '--replicas=3');
    const patch = (type: string, body: unknown) =>
      kubectl(
        'patch',
        'deploy',
        'zero',
        '-n',
        'quiet',
        `--type=${type}`,
        '-p',
        JSON.stringify(body),
      );
    await patch('strategic', {
      spec: {
        template: { spec: { containers: [{ name: 'zero', image: 'x:2' }] } },
      },
    });
    await patch('merge', { metadata: { labels: { tier: 'web' } } });
    await patch('json', [
      { op: 'add', path: '/metadata/annotations/note', value: 'seen' },
    ]);
    await kubectl('cordon', 'east-node-1');
    await kubectl('delete', 'pod', 'multi', '-n', 'shop', '--wait=false');
    await kubectl('delete', 'deploy', 'queue', '-n', 'data');

    const { metadata, spec } = deployment('zero');
    expect({
      replicas: spec.replicas,
      image: spec.template.spec.containers[0].image,
      tier: metadata.labels?.tier,
      note: metadata.annotations?.note,
      generation: metadata.generation,
    }).toEqual({
      replicas: 3,
      image: 'x:2',
      tier: 'web',
      note: 'seen',
      generation: 3,
    });
    const node = store.types.require('v1', 'Node');
    const pod = store.types.require('v1', 'Pod');
    const replicaSet = store.types.require('apps/v1', 'ReplicaSet');
    expect(store.get(node, undefined, 'east-node-1')?.spec.unschedulable).toBe(
      true,
    );
    expect(
      store.get(pod, 'shop', 'multi')?.metadata.deletionTimestamp,
    ).toBeDefined();
    // The replica set went with the deployment that owned it.
    expect(store.get(replicaSet, 'data', 'queue-7c4b695b8d')).toBeUndefined();
  }, 20_000);

  it('applies on the client and on the server', async () => {
    const container = (image: string, more: object = {}) => ({
      ...MANIFEST,
      spec: {
        ...MANIFEST.spec,
        template: {
          ...MANIFEST.spec.template,
          spec: { containers: [{ name: 'hello', image, ...more }] },
        },
      },
    });
    const apply = (content: unknown, ...words: string[]) =>
      kubectl('apply', '-f', file('hello.json', content), ...words);
    const image = () =>
      deployment('hello').spec.template.spec.containers[0].image;

    expect(await apply(MANIFEST)).toBe('deployment.apps/hello created\n');
    expect(await apply(MANIFEST)).toBe('deployment.apps/hello unchanged\n');
    expect(await apply(container('example.test/hello:2'))).toBe(
      'deployment.apps/hello configured\n',
    );
    expect(image()).toBe('example.test/hello:2');
    await apply(container('example.test/hello:3'), '--dry-run=server');
    expect(image()).toBe('example.test/hello:2');

    const server3 = container('example.test/hello:3', {
      env: [{ name: 'A', value: '1' }],
    });
    await kubectl(
      'set',
      'image',
      'deploy/hello',
      '-n',
      'quiet',
      'hello=example.test/hello:9',
    );
    await expect(apply(server3, '--server-side')).rejects.toThrow(
      'conflict with "kubectl-set" using apps/v1: .spec.template.spec.containers[name="hello"].image',
    );
    await apply(server3, '--server-side', '--force-conflicts');
    expect(image()).toBe('example.test/hello:3');
    await apply(container('example.test/hello:3'), '--server-side');
    expect(
      deployment('hello').spec.template.spec.containers[0].env,
    ).toBeUndefined();
  }, 20_000);

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
