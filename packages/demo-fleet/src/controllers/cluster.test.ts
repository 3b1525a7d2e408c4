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

import { createTestWorld, deployment } from './testing/createTestWorld';

const MINUTE = 60_000;

describe('a namespace', () => {
  it('is furnished, and goes once its pods have stopped', () => {
    const test = createTestWorld();
    const { configMaps, namespaces, serviceAccounts } = test.world.kinds;
    expect(configMaps.get('shop', 'kube-root-ca.crt')?.data).toEqual({
      'ca.crt': 'certificate authority',
    });
    expect(serviceAccounts.get('shop', 'default')).toBeDefined();
    test.world.kinds.deployments.create(deployment('web', 3));
    test.clock.advance(30_000);
    namespaces.delete(namespaces.get(undefined, 'shop')!);
    expect(namespaces.get(undefined, 'shop')?.status.phase).toBe('Terminating');
    test.clock.advance(20_000);
    expect(test.world.kinds.pods.list('shop')).toEqual([]);
    expect(namespaces.get(undefined, 'shop')).toBeUndefined();
  });
});

describe('a disruption budget', () => {
  it('allows as many disruptions as leave enough healthy pods', () => {
    const test = createTestWorld();
    test.world.kinds.disruptionBudgets.create({
      metadata: { name: 'web', namespace: 'shop' },
      spec: { maxUnavailable: 1, selector: { matchLabels: { app: 'web' } } },
      status: {},
    });
    test.world.kinds.deployments.create(deployment('web', 3));
    test.clock.advance(30_000);
    const { conditions, ...status } = test.world.kinds.disruptionBudgets.get(
      'shop',
      'web',
    )!.status;
    expect(status).toEqual({
      observedGeneration: 1,
      disruptionsAllowed: 1,
      currentHealthy: 3,
      desiredHealthy: 2,
      expectedPods: 3,
    });
  });
});

describe('events', () => {
  it('are forgotten an hour after they were last seen', () => {
    const test = createTestWorld();
    test.world.events.start();
    test.world.kinds.deployments.create(deployment('web', 1));
    test.clock.advance(59 * MINUTE);
    expect(test.world.kinds.events.list('shop').length).toBeGreaterThan(5);
    test.clock.advance(2 * MINUTE);
    expect(test.world.kinds.events.list('shop')).toEqual([]);
  });
});
