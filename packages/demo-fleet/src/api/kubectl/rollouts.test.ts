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

describeKubectl('kubectl rollout', () => {
  const session = useKubectl();
  const ok = (...words: string[]) => session.kubectl.ok(...words);
  const fails = (...words: string[]) => session.kubectl.fails(...words);

  const image = (workload: string) =>
    ok(
      'get',
      workload,
      '-o',
      'jsonpath={.spec.template.spec.containers[0].image}',
    );
  const revisions = async (workload: string) =>
    (await ok('rollout', 'history', workload))
      .split('\n')
      .filter(line => /^\d/.test(line))
      .map(line => line.split(/\s{2,}/));

  it('follows a deployment from one image to the next and back', async () => {
    expect(
      await ok('create', 'deployment', 'web', '--image=web:1', '--replicas=2'),
    ).toBe('deployment.apps/web created\n');
    expect(await ok('rollout', 'status', 'deploy/web')).toMatch(
      /deployment "web" successfully rolled out\n$/,
    );
    await ok('annotate', 'deploy/web', 'kubernetes.io/change-cause=first');
    expect(await ok('set', 'image', 'deploy/web', 'web=web:2')).toBe(
      'deployment.apps/web image updated\n',
    );
    await ok(
      'annotate',
      'deploy/web',
      'kubernetes.io/change-cause=second',
      '--overwrite',
    );
    expect(await ok('rollout', 'status', 'deploy/web')).toMatch(
      /^(Waiting for deployment "web" rollout to finish: .*)?deployment "web" successfully rolled out\n$/s,
    );
    expect(await revisions('deploy/web')).toEqual([
      ['1', 'first'],
      ['2', 'second'],
    ]);
    expect(
      await ok('rollout', 'history', 'deploy/web', '--revision=1'),
    ).toContain('Image:\tweb:1');

    expect(await ok('rollout', 'undo', 'deploy/web')).toBe(
      'deployment.apps/web rolled back\n',
    );
    await ok('rollout', 'status', 'deploy/web');
    expect(await image('deploy/web')).toBe('web:1');
    expect(await revisions('deploy/web')).toEqual([
      ['2', 'second'],
      ['3', 'first'],
    ]);
    expect(await ok('rollout', 'undo', 'deploy/web', '--to-revision=2')).toBe(
      'deployment.apps/web rolled back\n',
    );
    expect(await image('deploy/web')).toBe('web:2');
    expect(
      await fails('rollout', 'undo', 'deploy/web', '--to-revision=9'),
    ).toBe('error: unable to find specified revision 9 in history\n');
  }, 60_000);

  it('pauses, resumes and restarts', async () => {
    await ok('create', 'deployment', 'shop', '--image=shop:1');
    await ok('rollout', 'status', 'deploy/shop');
    expect(await ok('rollout', 'pause', 'deploy/shop')).toBe(
      'deployment.apps/shop paused\n',
    );
    expect(await fails('rollout', 'pause', 'deploy/shop')).toBe(
      'error: deployments.apps "shop" is already paused\n',
    );
    await ok('set', 'image', 'deploy/shop', 'shop=shop:2');
    expect(await revisions('deploy/shop')).toHaveLength(1);
    expect(await ok('rollout', 'resume', 'deploy/shop')).toBe(
      'deployment.apps/shop resumed\n',
    );
    await ok('rollout', 'status', 'deploy/shop');
    expect(await revisions('deploy/shop')).toHaveLength(2);
    await ok('rollout', 'pause', 'deploy/shop');
    expect(await fails('rollout', 'undo', 'deploy/shop')).toContain(
      'you cannot rollback a paused deployment',
    );
    await ok('rollout', 'resume', 'deploy/shop');

    const pod = () => ok('get', 'pods', '-l', 'app=shop', '-o', 'name');
    const before = await pod();
    expect(await ok('rollout', 'restart', 'deploy/shop')).toBe(
      'deployment.apps/shop restarted\n',
    );
    await ok('rollout', 'status', 'deploy/shop');
    await ok('wait', '--for=delete', before.trim());
    expect(await pod()).not.toBe(before);
    expect(await revisions('deploy/shop')).toHaveLength(3);
  }, 60_000);

  it('keeps revisions of stateful and daemon sets', async () => {
    const set = (kind: string, name: string, more: object) => ({
      apiVersion: 'apps/v1',
      kind,
      metadata: { name },
      spec: {
        selector: { matchLabels: { app: name } },
        template: {
          metadata: { labels: { app: name } },
          spec: { containers: [{ name: 'main', image: 'main:1' }] },
        },
        ...more,
      },
    });
    const database = set('StatefulSet', 'db', {
      replicas: 2,
      serviceName: 'db',
    });
    const items = [database, set('DaemonSet', 'agent', {})];
    const file = session.kubectl.file('sets.json', {
      apiVersion: 'v1',
      kind: 'List',
      items,
    });
    expect(await ok('apply', '-f', file)).toBe(
      'statefulset.apps/db created\ndaemonset.apps/agent created\n',
    );
    expect(await ok('rollout', 'status', 'sts/db')).toMatch(
      /partitioned roll out complete: 2 new pods have been updated\.\.\.\n$/,
    );
    expect(await ok('rollout', 'status', 'ds/agent')).toMatch(
      /daemon set "agent" successfully rolled out\n$/,
    );
    for (const workload of ['sts/db', 'ds/agent']) {
      await ok('set', 'image', workload, 'main=main:2');
      await ok('rollout', 'status', workload);
      expect(await revisions(workload)).toEqual([
        ['1', '<none>'],
        ['2', '<none>'],
      ]);
      expect(
        await ok('rollout', 'history', workload, '--revision=1'),
      ).toContain('Image:\tmain:1');
      await ok('rollout', 'undo', workload);
      expect(await image(workload)).toBe('main:1');
      await ok('rollout', 'status', workload);
      expect(await revisions(workload)).toEqual([
        ['2', '<none>'],
        ['3', '<none>'],
      ]);
    }
    const [, ...rows] = await session.kubectl.table(
      'get',
      'controllerrevisions',
      '--sort-by=.metadata.ownerReferences[0].name',
    );
    expect(
      rows.map(([, controller, revision]) => [controller, revision]).sort(),
    ).toEqual([
      ['daemonset.apps/agent', '2'],
      ['daemonset.apps/agent', '3'],
      ['statefulset.apps/db', '2'],
      ['statefulset.apps/db', '3'],
    ]);
  }, 60_000);

  it('scales if there are as many as somebody thinks', async () => {
    await ok('create', 'deployment', 'cart', '--image=cart:1', '--replicas=0');
    expect(
      await ok('get', 'deploy', 'cart', '-o', 'jsonpath={.spec.replicas}'),
    ).toBe('0');
    expect(
      await fails(
        'scale',
        'deploy/cart',
        '--replicas=3',
        '--current-replicas=7',
      ),
    ).toBe('error: Expected replicas to be 7, was 0\n');
    expect(
      await ok('scale', 'deploy/cart', '--replicas=3', '--current-replicas=0'),
    ).toBe('deployment.apps/cart scaled\n');
    await ok('rollout', 'status', 'deploy/cart');
    expect(await session.kubectl.table('get', 'deploy', 'cart')).toEqual([
      ['NAME', 'READY', 'UP-TO-DATE', 'AVAILABLE', 'AGE'],
      ['cart', '3/3', '3', '3', expect.any(String)],
    ]);
    expect(await ok('describe', 'deploy', 'cart')).toMatch(
      /Normal +ScalingReplicaSet .* deployment-controller +Scaled up replica set cart-\w+ from 0 to 3/,
    );
  }, 60_000);
});
