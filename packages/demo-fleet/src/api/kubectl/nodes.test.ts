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

describeKubectl('kubectl on nodes', () => {
  const session = useKubectl();
  const ok = (...words: string[]) => session.kubectl.ok(...words);
  const fails = (...words: string[]) => session.kubectl.fails(...words);
  const nodeNames = async () =>
    (
      await ok('get', 'nodes', '-o', 'jsonpath={.items[*].metadata.name}')
    ).split(' ');

  it('cordons and uncordons', async () => {
    const [node] = await nodeNames();
    const status = async () =>
      (await session.kubectl.table('get', 'node', node, '--no-headers'))[0][1];
    expect(await ok('cordon', node)).toBe(`node/${node} cordoned\n`);
    expect(await ok('cordon', node)).toBe(`node/${node} already cordoned\n`);
    expect(await status()).toBe('Ready,SchedulingDisabled');
    expect(await ok('uncordon', node)).toBe(`node/${node} uncordoned\n`);
    expect(await status()).toBe('Ready');
  }, 30_000);

  it('drains a node unless a disruption budget forbids', async () => {
    await ok('create', 'deployment', 'hard', '--image=hard:1');
    await ok('wait', '--for=condition=available', 'deploy/hard');
    await ok(
      'create',
      'pdb',
      'hard',
      '--selector=app=hard',
      '--min-available=1',
    );
    await ok('wait', '--for=jsonpath={.status.currentHealthy}=1', 'pdb/hard');
    const node = await ok(
      'get',
      'pods',
      '-l',
      'app=hard',
      '-o',
      'jsonpath={.items[0].spec.nodeName}',
    );
    const drain = [
      'drain',
      node,
      '--ignore-daemonsets',
      '--delete-emptydir-data',
    ];
    expect(await fails(...drain, '--timeout=1s')).toContain(
      "Cannot evict pod as it would violate the pod's disruption budget.",
    );
    expect(
      await ok(
        'get',
        'pods',
        '-l',
        'app=hard',
        '-o',
        'jsonpath={.items[*].status.phase}',
      ),
    ).toBe('Running');

    await ok('delete', 'pdb', 'hard');
    expect(await ok(...drain)).toContain(`node/${node} drained\n`);
    expect(
      await ok('get', 'pods', '-A', `--field-selector=spec.nodeName=${node}`),
    ).toBe('');
    await ok('uncordon', node);
  }, 60_000);

  it('taints', async () => {
    const [node] = await nodeNames();
    const taint = (text: string) => ['taint', 'nodes', node, text];
    expect(await ok(...taint('dedicated=db:NoExecute'))).toBe(
      `node/${node} tainted\n`,
    );
    expect(await fails(...taint('dedicated=db:NoExecute'))).toContain(
      'already has dedicated taint(s) with same effect(s) and --overwrite is false',
    );
    expect(await ok('describe', 'node', node)).toMatch(
      /^Taints: +dedicated=db:NoExecute$/m,
    );
    expect(await ok(...taint('dedicated:NoExecute-'))).toBe(
      `node/${node} untainted\n`,
    );
  }, 30_000);

  it('tops nodes and pods', async () => {
    const names = await nodeNames();
    const nodes = await session.kubectl.table('top', 'nodes', '--no-headers');
    expect(nodes).toEqual(
      names.map(name => [
        name,
        expect.stringMatching(/^\d+m$/),
        expect.stringMatching(/^\d+%$/),
        expect.stringMatching(/^\d+Mi$/),
        expect.stringMatching(/^\d+%$/),
      ]),
    );
    const pods = await session.kubectl.table(
      'top',
      'pods',
      '-n',
      'storefront',
      '--no-headers',
    );
    expect(pods.map(([name]) => name)).toEqual(
      (
        await session.kubectl.table(
          'get',
          'pods',
          '-n',
          'storefront',
          '--no-headers',
        )
      ).map(([name]) => name),
    );
  }, 30_000);
});
