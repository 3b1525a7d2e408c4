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

describeKubectl('kubectl delete and wait', () => {
  const session = useKubectl();
  const ok = (...words: string[]) => session.kubectl.ok(...words);
  const fails = (...words: string[]) => session.kubectl.fails(...words);
  const names = async (kinds: string, app: string) =>
    (await ok('get', kinds, '-l', `app=${app}`, '-o', 'name'))
      .split('\n')
      .filter(Boolean)
      .sort();

  async function running(name: string): Promise<void> {
    await ok('create', 'deployment', name, '--image=x:1', '--replicas=2');
    await ok('wait', '--for=condition=available', `deploy/${name}`);
    await ok('rollout', 'status', `deploy/${name}`);
  }

  it('leaves dependents behind, which their next owner adopts', async () => {
    await running('left');
    const before = await names('rs,pods', 'left');
    expect(before).toHaveLength(3);
    expect(await ok('delete', 'deploy', 'left', '--cascade=orphan')).toMatch(
      /^deployment\.apps "left" deleted/,
    );
    expect(await names('rs,pods', 'left')).toEqual(before);
    await running('left');
    expect(await names('rs,pods', 'left')).toEqual(before);
    const owner = (object: string) =>
      ok('get', object, '-o', 'jsonpath={.metadata.ownerReferences[*].name}');
    const replicaSet = before.find(name => name.startsWith('replicaset'))!;
    expect(await owner(replicaSet)).toBe('left');
  }, 60_000);

  it('deletes dependents first, or afterwards', async () => {
    await running('front');
    await ok('delete', 'deploy', 'front', '--cascade=foreground');
    expect(await names('rs,pods', 'front')).toEqual([]);

    await running('back');
    const pods = await names('pods', 'back');
    await ok('delete', 'deploy/back');
    expect(await names('deploy,rs', 'back')).toEqual([]);
    await ok('wait', '--for=delete', '--timeout=30s', ...pods);
    expect(await names('pods', 'back')).toEqual([]);
  }, 60_000);

  it('waits for conditions and values, and gives up in time', async () => {
    await running('awaited');
    expect(
      await ok(
        'wait',
        '--for=jsonpath={.status.readyReplicas}=2',
        'deploy/awaited',
      ),
    ).toBe('deployment.apps/awaited condition met\n');
    expect(
      await fails(
        'wait',
        '--for=jsonpath={.spec.replicas}=5',
        'deploy/awaited',
        '--timeout=1s',
      ),
    ).toBe(
      'error: timed out waiting for the condition on deployments/awaited\n',
    );
    expect(await fails('wait', '--for=condition=Ready', 'pod/nope')).toBe(
      'Error from server (NotFound): pods "nope" not found\n',
    );
  }, 60_000);

  it('replaces a pod that is relabelled away, and one that is deleted by force', async () => {
    await running('kept');
    const [first, second] = await names('pods', 'kept');
    await ok('label', first, 'app-');
    await ok('delete', second, '--grace-period=0', '--force');
    await ok('rollout', 'status', 'deploy/kept');
    await ok('wait', '--for=jsonpath={.status.readyReplicas}=2', 'deploy/kept');
    const after = await names('pods', 'kept');
    expect(after).toHaveLength(2);
    expect(after).not.toContain(first);
    expect(after).not.toContain(second);
    expect(
      await ok('get', first, '-o', 'jsonpath={.metadata.ownerReferences}'),
    ).toBe('');
  }, 60_000);

  it('keeps what a finalizer holds', async () => {
    const file = session.kubectl.file('held.json', {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name: 'held', finalizers: ['example.com/hold'] },
    });
    await ok('apply', '-f', file);
    expect(await fails('delete', 'cm', 'held', '--timeout=1s')).toContain(
      'timed out waiting for the condition on configmaps/held',
    );
    expect(
      await ok(
        'get',
        'cm/held',
        '-o',
        'jsonpath={.metadata.deletionTimestamp}',
      ),
    ).toMatch(/^\d{4}-/);
    const patch = [{ op: 'remove', path: '/metadata/finalizers' }];
    await ok('patch', 'cm/held', '--type=json', '-p', JSON.stringify(patch));
    expect(await fails('get', 'cm/held')).toBe(
      'Error from server (NotFound): configmaps "held" not found\n',
    );
    expect(await fails('delete', 'cm', 'held')).toBe(
      'Error from server (NotFound): configmaps "held" not found\n',
    );
    expect(await ok('delete', 'cm', 'held', '--ignore-not-found')).toBe('');
  }, 60_000);

  it('empties a namespace before it goes', async () => {
    await ok('create', 'namespace', 'gone');
    await ok('create', 'deployment', 'inside', '-n', 'gone', '--image=x:1');
    await ok(
      'wait',
      '-n',
      'gone',
      '--for=condition=available',
      'deploy/inside',
    );
    await ok('delete', 'namespace', 'gone');
    expect(await fails('get', 'namespace', 'gone')).toBe(
      'Error from server (NotFound): namespaces "gone" not found\n',
    );
    expect(await ok('get', 'all', '-n', 'gone')).toBe('');
  }, 60_000);
});
