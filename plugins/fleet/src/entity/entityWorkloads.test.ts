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

import { component } from './__testUtils__/renderEntity';
import { EntityWorkloads, entityWorkloads } from './entityWorkloads';

const ID = 'backstage.io/kubernetes-id';
const SELECTOR = 'backstage.io/kubernetes-label-selector';
const NAMESPACE = 'backstage.io/kubernetes-namespace';
const CLUSTER = 'backstage.io/kubernetes-cluster';

describe('entityWorkloads', () => {
  it.each<[string, Record<string, string>, Partial<EntityWorkloads>]>([
    ['an id', { [ID]: 'cart' }, { selector: `${ID}=cart` }],
    ['a selector', { [SELECTOR]: 'app=cart' }, { selector: 'app=cart' }],
    [
      'a selector before an id',
      { [ID]: 'cart', [SELECTOR]: 'app in (cart, web),!canary' },
      { selector: 'app in (cart, web),!canary' },
    ],
    [
      'an id where the selector is empty',
      { [ID]: 'cart', [SELECTOR]: '' },
      { selector: `${ID}=cart` },
    ],
    [
      'one namespace',
      { [ID]: 'cart', [NAMESPACE]: 'shop' },
      { selector: `${ID}=cart`, namespaces: ['shop'] },
    ],
    [
      'one cluster',
      { [ID]: 'cart', [CLUSTER]: 'eu-west' },
      { selector: `${ID}=cart`, cluster: 'eu-west' },
    ],
    [
      'what is wrong with a selector',
      { [ID]: 'cart', [SELECTOR]: 'app in cart' },
      { selector: 'app in cart', wrong: SELECTOR },
    ],
    [
      'what is wrong with an id',
      { [ID]: 'a cart' },
      { selector: `${ID}=a cart`, wrong: ID },
    ],
  ])('reads %s', (_, annotations, expected) => {
    expect(entityWorkloads(component(annotations))).toEqual(expected);
  });

  it('finds nothing to look for without an id or a selector', () => {
    expect(
      entityWorkloads(component({ [NAMESPACE]: 'shop', [CLUSTER]: 'eu-west' })),
    ).toBeUndefined();
  });
});
