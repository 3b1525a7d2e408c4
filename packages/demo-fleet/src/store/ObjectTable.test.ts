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

import { SeededRandom } from '../world/SeededRandom';
import type { KubeObject } from './KubeObject';
import { ObjectTable } from './ObjectTable';

function made(namespace: string, name: string, version: number): KubeObject {
  return {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: {
      namespace,
      name,
      uid: name,
      resourceVersion: String(version),
      creationTimestamp: '2026-01-01T00:00:00Z',
    },
  };
}

describe('ObjectTable', () => {
  it('is in the order of etcd whatever comes, changes and goes', () => {
    const random = SeededRandom.for(1, 'table');
    const table = new ObjectTable();
    const expected = new Map<string, KubeObject>();
    for (let step = 0; step < 2_000; step += 1) {
      const namespace = random.pick(['a', 'a-b', 'a0', 'b']);
      const name = `n${Math.floor(random.next() * 60)}`;
      const object = made(namespace, name, step);
      if (random.next() < 0.4) {
        table.remove(object);
        expected.delete(`${namespace}/${name}`);
      } else {
        table.set(object);
        expected.set(`${namespace}/${name}`, object);
      }
      if (step % 7 > 0) continue;
      const sorted = table.sorted();
      expect(sorted).toEqual(
        [...expected.keys()].sort().map(key => expected.get(key)),
      );
      expect(table.sorted()).toBe(sorted);
    }
    expect(table.size).toBe(expected.size);
  });

  it('leaves a list alone that it gave away', () => {
    const table = new ObjectTable();
    table.set(made('a', 'x', 1));
    const before = table.sorted();
    table.set(made('a', 'x', 2));
    table.set(made('a', 'w', 3));
    const versions = (objects: readonly KubeObject[]) =>
      objects.map(({ metadata }) => metadata.resourceVersion);
    expect(versions(before)).toEqual(['1']);
    expect(versions(table.sorted())).toEqual(['3', '2']);
  });
});
