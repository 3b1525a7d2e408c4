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

import { mockServices } from '@backstage/backend-test-utils';
import { CatalogOwners, OwningEntity } from './CatalogOwners';

function entity(owner: unknown, namespace: string, cluster?: string) {
  return {
    metadata: {
      annotations: {
        'backstage.io/kubernetes-namespace': namespace,
        ...(cluster && { 'backstage.io/kubernetes-cluster': cluster }),
      },
    },
    spec: { owner },
  };
}

function setUp(find: () => Promise<readonly OwningEntity[]>) {
  let now = 0;
  const owners = new CatalogOwners({
    find,
    logger: mockServices.logger.mock(),
    now: () => now,
  });
  return {
    of: async (cluster: string, ...namespaces: string[]) =>
      (await owners.of(cluster, namespaces)).map(
        ({ namespace, owner }) => `${namespace}: ${owner}`,
      ),
    pass: (milliseconds: number) => {
      now += milliseconds;
    },
  };
}

describe('CatalogOwners', () => {
  it('names an owner only where the catalog agrees on one', async () => {
    const { of } = setUp(async () => [
      entity('shop', 'cart'),
      entity('group:default/shop', 'cart'),
      entity('a', 'contested'),
      entity('b', 'contested'),
      entity('everywhere', 'data'),
      entity('user:default/eve', 'data', 'east'),
      entity(undefined, 'orphan'),
    ]);
    const names = ['cart', 'contested', 'data', 'orphan', 'unknown'];
    expect(await of('east', ...names)).toEqual([
      'cart: group:default/shop',
      'data: user:default/eve',
    ]);
    expect(await of('west', ...names)).toEqual([
      'cart: group:default/shop',
      'data: group:default/everywhere',
    ]);
  });

  it('asks the catalog once for all and again after a while, and keeps what it knew when that fails', async () => {
    const find = jest
      .fn()
      .mockResolvedValueOnce([entity('shop', 'cart')])
      .mockRejectedValueOnce(new Error('no catalog'))
      .mockResolvedValueOnce([entity('other', 'cart')]);
    const { of, pass } = setUp(find);
    await Promise.all([of('a', 'cart'), of('b', 'cart')]);
    expect(find).toHaveBeenCalledTimes(1);
    pass(5 * 60_000);
    expect(await of('a', 'cart')).toEqual(['cart: group:default/shop']);
    pass(30_000);
    expect(await of('a', 'cart')).toEqual(['cart: group:default/other']);
    expect(find).toHaveBeenCalledTimes(3);
  });
});
