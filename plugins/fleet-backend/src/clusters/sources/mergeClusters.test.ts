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

import { StaticCredentials } from '../credentials/ClusterCredentials';
import { ClusterDefinition } from '../ClusterDefinition';
import { mergeClusters } from './mergeClusters';

function cluster(
  name: string,
  server?: string,
  rest: Partial<ClusterDefinition> & { proxiedCluster?: string } = {},
): ClusterDefinition {
  const { proxiedCluster, ...definition } = rest;
  return {
    name,
    title: name,
    aliases: [],
    labels: {},
    demo: false,
    source: 'kubeconfig',
    auth: 'token',
    endpoint:
      server === undefined
        ? undefined
        : {
            server: new URL(server),
            insecureSkipTlsVerify: false,
            credentials: new StaticCredentials({}),
            proxiedCluster,
          },
    ...definition,
  };
}

const merged = (...reports: ClusterDefinition[][]) =>
  mergeClusters(
    reports.map((definitions, index) => ({ key: `s${index}`, definitions })),
  ).map(({ name, aliases }) => [name, ...aliases]);

describe('mergeClusters', () => {
  it('keeps the order of the sources', () => {
    expect(
      merged(
        [cluster('b', 'https://b'), cluster('a', 'https://a')],
        [cluster('c', 'https://c')],
      ),
    ).toEqual([['b'], ['a'], ['c']]);
  });

  it('makes one cluster of one server, with the names of the later ones as aliases', () => {
    expect(
      merged(
        [cluster('a', 'https://a:443/')],
        [cluster('b', 'https://A', { aliases: ['b2', 'a'] })],
        [cluster('c', 'https://a')],
      ),
    ).toEqual([['a', 'b', 'b2', 'c']]);
  });

  it('tells clusters behind one proxy apart', () => {
    expect(
      merged([
        cluster('a', 'https://proxy', { proxiedCluster: 'a' }),
        cluster('b', 'https://proxy', { proxiedCluster: 'b' }),
      ]),
    ).toEqual([['a'], ['b']]);
  });

  it('marks a name that is taken, the same way every time', () => {
    const reports = [
      [cluster('a', 'https://one')],
      [cluster('a', 'https://two')],
      [cluster('a')],
    ];
    const names = merged(...reports);
    expect(names).toEqual([
      ['a'],
      [expect.stringMatching(/^a-[0-9a-f]{6}$/)],
      [expect.stringMatching(/^a-[0-9a-f]{6}$/)],
    ]);
    expect(new Set(names.flat()).size).toBe(3);
    expect(merged(...reports)).toEqual(names);
  });

  it('joins what turned out to be one cluster, as long as the other is there', () => {
    const sameAs = new Map([['b', 'a']]);
    const a = { key: 'a', definitions: [cluster('a', 'https://one')] };
    const b = { key: 'b', definitions: [cluster('b', 'https://two')] };
    const names = (reports: Array<typeof a>) =>
      mergeClusters(reports, sameAs).map(({ name, aliases }) => [
        name,
        ...aliases,
      ]);
    expect(names([a, b])).toEqual([['a', 'b']]);
    expect(names([b])).toEqual([['b']]);
  });
});
