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

import type { KubeObject } from './KubeObject';
import { ObjectStore } from './ObjectStore';
import { startStoreControllers } from './storeControllers';

function newStore() {
  let count = 0;
  const store = new ObjectStore({
    now: () => new Date('2026-01-01T00:00:00Z'),
    uid: () => {
      count += 1;
      return `uid-${count}`;
    },
  });
  const events: string[] = [];
  store.onChange(({ type, object, resourceVersion }) =>
    events.push(`${resourceVersion} ${type} ${object.metadata.name}`),
  );
  const type = (kind: string, apiVersion = 'v1') =>
    store.types.require(apiVersion, kind);
  return { store, events, type };
}

function owned(name: string, owner: KubeObject) {
  const { uid, name: ownerName } = owner.metadata;
  return {
    metadata: {
      name,
      namespace: 'a',
      ownerReferences: [
        {
          apiVersion: 'v1',
          kind: owner.kind,
          name: ownerName,
          uid,
          controller: true,
          blockOwnerDeletion: true,
        },
      ],
    },
  };
}

describe('ObjectStore', () => {
  it('gives new objects an identity and every change a version', () => {
    const { store, events, type } = newStore();
    const deployment = type('Deployment', 'apps/v1');
    const created = store.create(deployment, {
      metadata: { name: 'web', namespace: 'a' },
      spec: { replicas: 1 },
    });
    expect(created).toEqual({
      kind: 'Deployment',
      apiVersion: 'apps/v1',
      metadata: {
        name: 'web',
        namespace: 'a',
        uid: 'uid-1',
        resourceVersion: '2',
        creationTimestamp: '2026-01-01T00:00:00Z',
        generation: 1,
      },
      spec: { replicas: 1 },
    });
    const generationAfter = (change: object, options = {}) =>
      store.update(
        deployment,
        { ...store.get(deployment, 'a', 'web')!, ...change },
        options,
      ).metadata.generation;
    expect(generationAfter({ status: { replicas: 1 } })).toBe(1);
    expect(generationAfter({ spec: { replicas: 2 } })).toBe(2);
    expect(generationAfter({ spec: { replicas: 2 } })).toBe(2);
    expect(
      generationAfter({ spec: {}, status: {} }, { subresource: 'status' }),
    ).toBe(2);
    expect(events).toEqual([
      '2 ADDED web',
      '3 MODIFIED web',
      '4 MODIFIED web',
      '5 MODIFIED web',
    ]);
    expect(() =>
      store.create(deployment, { metadata: { name: 'web', namespace: 'a' } }),
    ).toThrow('deployments.apps "web" already exists');
  });

  it('chooses another name when the generated one is taken', () => {
    const uids = ['1', '1', '1', '2', '3'];
    const store = new ObjectStore({
      now: () => new Date('2026-01-01T00:00:00Z'),
      uid: () => uids.shift()!,
    });
    const type = store.types.require('v1', 'ConfigMap');
    const metadata = { generateName: 'web-', namespace: 'a' };
    const names = [1, 2].map(
      () => store.create(type, { metadata }).metadata.name,
    );
    expect(new Set(names).size).toBe(2);
  });

  it('tells changes in order, also those that a listener makes', () => {
    const { store, events, type } = newStore();
    const configMap = type('ConfigMap');
    const stop = store.onChange(({ object }) => {
      if (object.metadata.name === 'first') {
        store.create(configMap, {
          metadata: { name: 'second', namespace: 'a' },
        });
      }
    });
    store.onChange(({ object }) =>
      events.push(`later ${object.metadata.name}`),
    );
    store.create(configMap, { metadata: { name: 'first', namespace: 'a' } });
    stop();
    expect(events).toEqual([
      '2 ADDED first',
      'later first',
      '3 ADDED second',
      'later second',
    ]);
  });

  it('waits for grace periods and finalizers', () => {
    const { store, events, type } = newStore();
    const pod = type('Pod');
    const metadata = { name: 'web', namespace: 'a' };
    store.create(pod, { metadata, spec: { nodeName: 'n' } });
    expect(store.delete(pod, 'a', 'web')?.metadata).toMatchObject({
      deletionTimestamp: '2026-01-01T00:00:30Z',
      deletionGracePeriodSeconds: 30,
      generation: 2,
    });
    store.delete(pod, 'a', 'web', { gracePeriodSeconds: 0 });
    const configMap = type('ConfigMap');
    store.create(configMap, {
      metadata: { name: 'held', namespace: 'a', finalizers: ['x/y'] },
    });
    const held = store.delete(configMap, 'a', 'held')!;
    store.update(configMap, {
      ...held,
      metadata: { ...held.metadata, finalizers: [] },
    });
    expect(events).toEqual([
      '2 ADDED web',
      '3 MODIFIED web',
      '4 MODIFIED web',
      '5 DELETED web',
      '6 ADDED held',
      '7 MODIFIED held',
      '8 DELETED held',
    ]);
  });
});

describe('the rules of every cluster', () => {
  it.each([
    [
      'Background',
      {},
      ['ADDED owner', 'ADDED child', 'DELETED owner', 'DELETED child'],
    ],
    [
      'Foreground',
      { addFinalizers: ['foregroundDeletion'] },
      [
        'ADDED owner',
        'ADDED child',
        'MODIFIED owner',
        'DELETED child',
        'DELETED owner',
      ],
    ],
    [
      'Orphan',
      { addFinalizers: ['orphan'] },
      [
        'ADDED owner',
        'ADDED child',
        'MODIFIED owner',
        'MODIFIED child',
        'DELETED owner',
      ],
    ],
  ])('delete what an owner owned: %s', (_policy, options, expected) => {
    const { store, events, type } = newStore();
    startStoreControllers(store);
    const configMap = type('ConfigMap');
    const owner = store.create(configMap, {
      metadata: { name: 'owner', namespace: 'a' },
    });
    store.create(configMap, owned('child', owner));
    store.delete(configMap, 'a', 'owner', options);
    expect(events.map(each => each.replace(/^\d+ /, ''))).toEqual(expected);
    expect(
      store.list(configMap).map(each => each.metadata.ownerReferences),
    ).toEqual(_policy === 'Orphan' ? [undefined] : []);
  });

  it('empty a namespace before it goes', () => {
    const { store, events, type } = newStore();
    startStoreControllers(store);
    store.create(type('Namespace'), {
      metadata: { name: 'a' },
      spec: { finalizers: ['kubernetes'] },
    });
    store.create(type('Pod'), {
      metadata: { name: 'web', namespace: 'a' },
      spec: { nodeName: 'n' },
    });
    store.delete(type('Namespace'), undefined, 'a');
    expect(store.get(type('Namespace'), undefined, 'a')?.status).toEqual({
      phase: 'Terminating',
    });
    store.delete(type('Pod'), 'a', 'web', { gracePeriodSeconds: 0 });
    expect(events.slice(-2)).toEqual(['7 DELETED web', '8 DELETED a']);
  });

  it('serve the versions of a custom kind, and stop with its definition', () => {
    const { store, type } = newStore();
    startStoreControllers(store);
    const version = (name: string, storage: boolean) => ({
      name,
      storage,
      served: true,
      subresources: { status: {} },
    });
    const definition = type(
      'CustomResourceDefinition',
      'apiextensions.k8s.io/v1',
    );
    store.create(definition, {
      metadata: { name: 'gadgets.x.test' },
      spec: {
        group: 'x.test',
        scope: 'Namespaced',
        names: { plural: 'gadgets', kind: 'Gadget' },
        versions: [version('v1', true), version('v1beta1', false)],
      },
    });
    const gadget = type('Gadget', 'x.test/v1');
    const older = type('Gadget', 'x.test/v1beta1');
    store.create(gadget, { metadata: { name: 'g', namespace: 'a' } });
    expect(
      store.list(older).map(each => older.view?.show(each).apiVersion),
    ).toEqual(['x.test/v1beta1']);
    store.delete(definition, undefined, 'gadgets.x.test');
    expect(store.types.find('x.test', 'v1', 'gadgets')).toBeUndefined();
  });
});
