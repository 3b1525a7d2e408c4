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

import { ObjectStore } from '../../store/ObjectStore';
import { allocateService } from './allocateService';

function newStore(historySize?: number) {
  let count = 0;
  const store = new ObjectStore({
    now: () => new Date('2026-01-01T00:00:00Z'),
    uid: () => {
      count += 1;
      return `uid-${count}`;
    },
    historySize,
  });
  const type = store.types.require('v1', 'Service');
  const create = (name: string, spec: object = {}) => {
    const input = { metadata: { name, namespace: 'a' }, spec };
    const allocated = allocateService(store, input);
    return store.create(type, { ...input, spec: allocated }).spec.clusterIP;
  };
  return { store, type, create };
}

describe('ServiceAddresses', () => {
  it.each([undefined, 1])(
    'gives the lowest that is free, with a history of %s changes',
    historySize => {
      const { store, type, create } = newStore(historySize);
      expect(create('own', { clusterIP: '198.19.1.3' })).toBe('198.19.1.3');
      expect(create('headless', { clusterIP: 'None' })).toBe('None');
      expect(['b', 'c', 'd'].map(name => create(name))).toEqual([
        '198.19.1.2',
        '198.19.1.4',
        '198.19.1.5',
      ]);
      store.delete(type, 'a', 'c');
      store.delete(type, 'a', 'own');
      expect(['e', 'f', 'g'].map(name => create(name))).toEqual([
        '198.19.1.3',
        '198.19.1.4',
        '198.19.1.6',
      ]);
    },
  );

  it('sees a service whose making has not been told yet', () => {
    const { store, create } = newStore();
    const made: string[] = [];
    store.onChange(({ object }) => {
      if (object.metadata.name !== 'first') return;
      made.push(create('second'), create('third'));
    });
    create('first');
    expect(made).toEqual(['198.19.1.3', '198.19.1.4']);
  });
});
