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
  deploymentManifest,
  describeKubectl,
  useKubectl,
} from '../testing/KubectlSession';

describeKubectl('kubectl apply, patch and label', () => {
  const session = useKubectl();
  const ok = (...words: string[]) => session.kubectl.ok(...words);
  const fails = (...words: string[]) => session.kubectl.fails(...words);
  const file = (content: object) => session.kubectl.file('file.json', content);

  it('applies files, shows what would differ, and prunes', async () => {
    const first = deploymentManifest('hello', 'hello:1');
    const second = deploymentManifest('hello', 'hello:2');
    const image = () =>
      ok(
        'get',
        'deploy/hello',
        '-o',
        'jsonpath={.spec.template.spec.containers[0].image}',
      );
    const apply = (content: object, ...words: string[]) =>
      ok('apply', '-f', file(content), ...words);

    expect(await apply(first, '--dry-run=server')).toBe(
      'deployment.apps/hello created (server dry run)\n',
    );
    expect(await ok('get', 'deploy', '-l', 'app=hello')).toBe('');
    expect(await apply(first)).toBe('deployment.apps/hello created\n');
    expect(await apply(first)).toBe('deployment.apps/hello unchanged\n');
    expect(await ok('diff', '-f', file(first))).toBe('');
    const difference = await session.kubectl.run('diff', '-f', file(second));
    expect(difference.code).toBe(1);
    expect(difference.stdout).toMatch(
      /^- +- image: hello:1\n\+ +- image: hello:2$/m,
    );
    expect(await image()).toBe('hello:1');
    expect(await apply(second)).toBe('deployment.apps/hello configured\n');
    expect(await image()).toBe('hello:2');
    expect(await ok('apply', 'view-last-applied', 'deploy/hello')).toContain(
      'image: hello:2',
    );
    // kubectl reads the revision and writes with it: the deployment's controller
    // must have come to rest, or it may write in between.
    await ok('rollout', 'status', 'deploy/hello');
    expect(await ok('replace', '-f', file(first))).toBe(
      'deployment.apps/hello replaced\n',
    );
    expect(await fails('create', '-f', file(first))).toContain(
      'Error from server (AlreadyExists): error when creating',
    );

    const map = (name: string) => ({
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name, namespace: 'default', labels: { set: 'a' } },
    });
    const list = {
      apiVersion: 'v1',
      kind: 'List',
      items: [map('one'), map('two')],
    };
    expect(await apply(list)).toBe(
      'configmap/one created\nconfigmap/two created\n',
    );
    expect(
      await apply(
        map('one'),
        '--prune',
        '--selector=set=a',
        '--prune-allowlist=core/v1/ConfigMap',
      ),
    ).toBe('configmap/one unchanged\nconfigmap/two pruned\n');
    expect(await ok('delete', '-f', file(map('one')))).toMatch(
      /^configmap "one" deleted/,
    );
  }, 60_000);

  it('refuses fields that a kind does not have', async () => {
    const { spec, ...rest } = deploymentManifest('typo', 'typo:1', {
      imagePullPolice: 'Always',
    });
    const manifest = file({ ...rest, spec: { ...spec, replica: 3 } });
    expect(await fails('apply', '-f', manifest)).toContain(
      'Deployment in version "v1" cannot be handled as a Deployment: strict decoding error: unknown field "spec.replica", unknown field "spec.template.spec.containers[0].imagePullPolice"',
    );
    expect(await ok('get', 'deploy', 'typo', '--ignore-not-found')).toBe('');
    expect(await ok('apply', '-f', manifest, '--validate=ignore')).toBe(
      'deployment.apps/typo created\n',
    );
  }, 30_000);

  it('applies on the server, and says who is in the way', async () => {
    const apply = (content: object, ...words: string[]) => [
      'apply',
      '--server-side',
      '-f',
      file(content),
      ...words,
    ];
    const manifest = (image: string, more: object = {}) =>
      deploymentManifest('owned', image, more);
    const container = async () =>
      (await session.kubectl.json('get', 'deploy/owned')).spec.template.spec
        .containers[0];

    expect(await ok(...apply(manifest('owned:1')))).toBe(
      'deployment.apps/owned serverside-applied\n',
    );
    await ok('set', 'image', 'deploy/owned', 'owned=owned:9');
    const withEnvironment = manifest('owned:2', {
      env: [{ name: 'A', value: '1' }],
    });
    expect(await fails(...apply(withEnvironment))).toContain(
      'Apply failed with 1 conflict: conflict with "kubectl-set" using apps/v1: .spec.template.spec.containers[name="owned"].image',
    );
    await ok(...apply(withEnvironment, '--force-conflicts'));
    expect(await container()).toMatchObject({
      image: 'owned:2',
      env: [{ name: 'A', value: '1' }],
    });
    await ok(...apply(manifest('owned:2')));
    expect(await container()).not.toHaveProperty('env');
  }, 60_000);

  it('patches in three ways, and sets parts of a template', async () => {
    await ok('create', 'deployment', 'parts', '--image=parts:1');
    const patch = (type: string, body: unknown) => [
      'patch',
      'deploy/parts',
      `--type=${type}`,
      '-p',
      JSON.stringify(body),
    ];
    const sidecar = { name: 'sidecar', image: 'sidecar:1' };
    await ok(
      ...patch('strategic', {
        spec: { template: { spec: { containers: [sidecar] } } },
      }),
    );
    const labelled = patch('merge', { metadata: { labels: { tier: 'web' } } });
    expect(await ok(...labelled)).toBe('deployment.apps/parts patched\n');
    expect(await ok(...labelled)).toBe(
      'deployment.apps/parts patched (no change)\n',
    );
    const path = '/spec/template/spec/containers/0/image';
    await ok(...patch('json', [{ op: 'replace', path, value: 'sidecar:2' }]));
    expect(
      await fails(...patch('json', [{ op: 'test', path, value: 'other:1' }])),
    ).toContain(
      'the server rejected our request due to an error in our request',
    );
    await ok('set', 'env', 'deploy/parts', '--containers=parts', 'A=1');
    await ok('set', 'resources', 'deploy/parts', '--limits=cpu=1');
    await ok('set', 'serviceaccount', 'deploy/parts', 'robot');
    await ok(
      'patch',
      'deploy/parts',
      '--subresource=scale',
      '--type=merge',
      '-p',
      '{"spec":{"replicas":0}}',
    );

    const { metadata, spec } = await session.kubectl.json(
      'get',
      'deploy/parts',
    );
    expect(metadata.labels).toEqual({ app: 'parts', tier: 'web' });
    expect(spec.replicas).toBe(0);
    expect(spec.template.spec.serviceAccountName).toBe('robot');
    expect(
      spec.template.spec.containers.map(
        ({ name, image, env, resources }: any) => ({
          name,
          image,
          env,
          limits: resources.limits,
        }),
      ),
    ).toEqual([
      {
        name: 'sidecar',
        image: 'sidecar:2',
        env: undefined,
        limits: { cpu: '1' },
      },
      {
        name: 'parts',
        image: 'parts:1',
        env: [{ name: 'A', value: '1' }],
        limits: { cpu: '1' },
      },
    ]);
  }, 60_000);

  it('labels and annotates, but overwrites only when told to', async () => {
    await ok('create', 'configmap', 'noted');
    expect(await ok('label', 'cm/noted', 'tier=a')).toBe(
      'configmap/noted labeled\n',
    );
    expect(await fails('label', 'cm/noted', 'tier=b')).toBe(
      "error: 'tier' already has a value (a), and --overwrite is false\n",
    );
    await ok('label', 'cm/noted', 'tier=b', '--overwrite');
    expect(await ok('annotate', 'cm/noted', 'note=x')).toBe(
      'configmap/noted annotated\n',
    );
    expect(await fails('annotate', 'cm/noted', 'note=y')).toBe(
      "error: --overwrite is false but found the following declared annotation(s): 'note' already has a value (x)\n",
    );
    expect(await ok('annotate', 'cm/noted', 'note-')).toBe(
      'configmap/noted annotated\n',
    );
    const { metadata } = await session.kubectl.json('get', 'cm/noted');
    expect([metadata.labels, metadata.annotations]).toEqual([
      { tier: 'b' },
      undefined,
    ]);
    expect(await fails('label', 'cm/noted', 'Bad Label=x')).toContain(
      'The ConfigMap "noted" is invalid: metadata.labels: Invalid value: "Bad Label": name part must consist of alphanumeric characters',
    );
  }, 60_000);
});
