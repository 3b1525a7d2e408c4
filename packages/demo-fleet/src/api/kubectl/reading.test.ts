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

import { describeKubectl, useKubectl } from '../testing/KubectlSession';

describeKubectl('kubectl get, describe and explain', () => {
  const session = useKubectl();
  const ok = (...words: string[]) => session.kubectl.ok(...words);
  const fails = (...words: string[]) => session.kubectl.fails(...words);
  const table = (...words: string[]) => session.kubectl.table(...words);

  beforeAll(async () => {
    await ok('create', 'deployment', 'web', '--image=web:1', '--replicas=2');
    await ok('rollout', 'status', 'deploy/web');
  }, 30_000);

  it('prints tables, names, JSON, YAML, paths and columns', async () => {
    const name = expect.stringMatching(/^web-\w+-\w{5}$/);
    const age = expect.stringMatching(/^\d+[smh]/);
    const address = expect.stringMatching(/^\d+\.\d+\.\d+\.\d+$/);
    const running = [name, '1/1', 'Running', '0', age];
    const placed = [
      ...running,
      address,
      expect.stringMatching(/^ip-/),
      '<none>',
      '<none>',
    ];
    expect(await table('get', 'pods')).toEqual([
      ['NAME', 'READY', 'STATUS', 'RESTARTS', 'AGE'],
      running,
      running,
    ]);
    expect(await table('get', 'po', '-l', 'app=web', '-o', 'wide')).toEqual([
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
      placed,
      placed,
    ]);
    const [header, ...all] = await table('get', 'pods', '-A', '--chunk-size=2');
    expect(header[0]).toBe('NAMESPACE');
    expect(new Set(all.map(([namespace]) => namespace))).toEqual(
      new Set(['checkout', 'default', 'storefront']),
    );
    expect(all).toHaveLength(8);
    expect(await ok('get', 'deploy/web', 'ns/default', '-o', 'name')).toBe(
      'deployment.apps/web\nnamespace/default\n',
    );
    expect(
      await table('get', 'deploy,rs', '-l', 'app=web', '--no-headers'),
    ).toEqual([
      ['deployment.apps/web', '2/2', '2', '2', age],
      [expect.stringMatching(/^replicaset\.apps\/web-/), '2', '2', '2', age],
    ]);
    const stored = session.cluster.store.get(
      session.cluster.store.types.require('apps/v1', 'Deployment'),
      'default',
      'web',
    );
    expect(
      await session.kubectl.json('get', 'deploy/web', '--show-managed-fields'),
    ).toEqual(JSON.parse(JSON.stringify(stored)));
    expect(await ok('get', 'deploy/web', '-o', 'yaml')).toMatch(
      /^apiVersion: apps\/v1\nkind: Deployment\nmetadata:\n/,
    );
    expect(
      await ok(
        'get',
        'pods',
        '-o',
        'jsonpath={.items[*].spec.containers[0].image}',
      ),
    ).toBe('web:1 web:1');
    expect(
      await table(
        'get',
        'deploy',
        '-A',
        '--sort-by=.spec.replicas',
        '-o',
        'custom-columns=NAME:.metadata.name,WANTED:.spec.replicas',
      ),
    ).toEqual([
      ['NAME', 'WANTED'],
      ['checkout-worker', '1'],
      [expect.any(String), '2'],
      [expect.any(String), '2'],
      ['web', '3'],
    ]);
    expect(
      await ok('get', 'pods', '-A', '--field-selector=status.phase=Pending'),
    ).toBe('');
  }, 30_000);

  it('says what is not there, and what cannot be asked', async () => {
    expect(await fails('get', 'deploy', 'nope')).toBe(
      'Error from server (NotFound): deployments.apps "nope" not found\n',
    );
    expect(await ok('get', 'deploy', 'nope', '--ignore-not-found')).toBe('');
    expect(await fails('get', 'nosuch')).toBe(
      'error: the server doesn\'t have a resource type "nosuch"\n',
    );
    expect(await session.kubectl.run('get', 'pods', '-n', 'empty')).toEqual({
      stdout: '',
      stderr: 'No resources found in empty namespace.\n',
      code: 0,
    });
    expect(await fails('get', 'pods', '--field-selector=foo=bar')).toContain(
      'field label not supported: foo',
    );
    expect(await fails('get', '--raw', '/nope')).toContain(
      'Error from server (NotFound): the server could not find the requested resource',
    );
  }, 30_000);

  it('watches', async () => {
    await ok('create', 'deployment', 'watched', '--image=w:1', '--replicas=0');
    await ok('rollout', 'status', 'deploy/watched');
    const seen: string[][] = [];
    for await (const line of session.kubectl.follow(
      'get',
      'deploy/watched',
      '-w',
      '--no-headers',
    )) {
      seen.push(line.split(/\s+/).slice(0, 3));
      if (seen.length === 1)
        await ok('scale', 'deploy/watched', '--replicas=1');
      if (line.includes('1/1')) break;
    }
    expect(seen[0]).toEqual(['watched', '0/0', '0']);
    expect(seen).toContainEqual(['watched', '0/1', '0']);
    expect(seen.at(-1)).toEqual(['watched', '1/1', '1']);
  }, 30_000);

  it('describes pods, services, nodes and namespaces with what belongs to them', async () => {
    const pod = (await ok('get', 'pods', '-l', 'app=web', '-o', 'name')).split(
      '\n',
    )[0];
    const description = await ok('describe', pod);
    expect(description).toMatch(/^Controlled By: +ReplicaSet\/web-/m);
    expect(description).toMatch(/^Status: +Running$/m);
    for (const event of [
      /Normal +Scheduled +\S+ +default-scheduler +Successfully assigned default\/web-/,
      /Normal +Pulled +\S+ +kubelet +Successfully pulled image "web:1"|already present on machine/,
      /Normal +Started +\S+ +kubelet +Started container web/,
    ]) {
      expect(description).toMatch(event);
    }
    const node = await ok('get', pod, '-o', 'jsonpath={.spec.nodeName}');
    const nodeText = await ok('describe', 'node', node);
    expect(nodeText).toMatch(/^Non-terminated Pods: +\(\d+ in total\)$/m);
    expect(nodeText).toMatch(/^ +default +web-\w+-\w+ +0 \(0%\)/m);
    expect(nodeText).toMatch(/^ +cpu +\d+m \(\d+%\)/m);
    expect(nodeText).toMatch(/^ +Ready +True .* KubeletReady/m);
    expect(await ok('describe', 'namespace', 'default')).toMatch(
      /^Name: +default\n.*Status: +Active\n/s,
    );
    await ok('expose', 'deploy/web', '--port=80');
    await ok(
      'wait',
      '--for=jsonpath={.subsets[0].ports[0].port}=80',
      'endpoints/web',
    );
    expect(await ok('describe', 'svc', 'web')).toMatch(
      /^Selector: +app=web\nType: +ClusterIP\n.*^Endpoints: +[\d.]+:80,[\d.]+:80$/ms,
    );
    expect(await fails('describe', 'deploy', 'nope')).toBe(
      'Error from server (NotFound): deployments.apps "nope" not found\n',
    );
  }, 30_000);

  it('lists events by object, reason and time', async () => {
    const rows = await table('events', '--for=deployment/web', '--no-headers');
    expect(rows.map(([, ...cells]) => cells)).toEqual([
      [
        'Normal',
        'ScalingReplicaSet',
        'Deployment/web',
        expect.stringMatching(/^Scaled up replica set web-\w+ from 0 to 2$/),
      ],
    ]);
    const scheduled = await table(
      'get',
      'events',
      '-A',
      '--field-selector=reason=Scheduled,involvedObject.kind=Pod',
      '--no-headers',
    );
    expect(scheduled.length).toBeGreaterThanOrEqual(2);
    expect(new Set(scheduled.map(cells => cells[3]))).toEqual(
      new Set(['Scheduled']),
    );
  }, 30_000);

  it('tells what kinds there are, and of what fields', async () => {
    const resources = await table('api-resources', '--no-headers');
    expect(resources).toContainEqual([
      'deployments',
      'deploy',
      'apps/v1',
      'true',
      'Deployment',
    ]);
    expect((await ok('api-versions')).split('\n')).toEqual(
      expect.arrayContaining([
        'apps/v1',
        'autoscaling/v1',
        'autoscaling/v2',
        'v1',
      ]),
    );
    expect(await ok('explain', 'pod.spec.containers.ports')).toMatch(
      /^KIND: +Pod\nVERSION: +v1\n\nFIELD: ports <\[\]ContainerPort>\n.*containerPort\t<integer>/s,
    );
    expect(await ok('explain', 'deploy', '--recursive')).toMatch(
      /maxSurge\t<(IntOrString|string)>/,
    );
    expect(await fails('explain', 'pod.spec.nope')).toContain(
      'error: field "nope" does not exist',
    );
    expect(await ok('cluster-info')).toContain(
      `is running at ${session.cluster.url}`,
    );
    expect((await session.kubectl.json('version')).serverVersion).toMatchObject(
      {
        major: '1',
        minor: '36',
      },
    );
    expect(await ok('get', '--raw', '/readyz')).toBe('ok');
  }, 30_000);
});
