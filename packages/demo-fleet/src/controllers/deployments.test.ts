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

import type { KubeObject } from '../store/ObjectStore';
import {
  createTestWorld,
  deployment,
  TestWorld,
} from './testing/createTestWorld';

const MINUTE = 60_000;

function podsOf({ world }: TestWorld): readonly KubeObject[] {
  return world.kinds.pods.list('shop');
}

function scale({ world, clock }: TestWorld, name: string, replicas: number) {
  const current = world.kinds.deployments.get('shop', name)!;
  world.kinds.deployments.update({
    ...current,
    spec: { ...current.spec, replicas },
  });
  clock.advance(30_000);
}

const reasonsAbout = ({ world }: TestWorld, kind: string) => [
  ...new Set(
    world.kinds.events
      .list('shop')
      .filter(({ involvedObject }) => involvedObject.kind === kind)
      .map(({ reason }) => reason),
  ),
];

describe('a deployment', () => {
  it('follows its number of replicas up and down within one ReplicaSet', () => {
    const test = createTestWorld();
    test.world.kinds.deployments.create(deployment('web', 2));
    test.clock.advance(30_000);
    scale(test, 'web', 5);
    expect(podsOf(test)).toHaveLength(5);
    scale(test, 'web', 1);
    expect(podsOf(test)).toHaveLength(1);
    expect(test.world.kinds.replicaSets.list('shop')).toHaveLength(1);
    const { conditions, ...counts } = test.world.kinds.deployments.get(
      'shop',
      'web',
    )!.status;
    expect(counts).toEqual({
      observedGeneration: 3,
      replicas: 1,
      updatedReplicas: 1,
      readyReplicas: 1,
      availableReplicas: 1,
      terminatingReplicas: 0,
    });
  });

  it('says that it does not get on once its deadline has passed', () => {
    const test = createTestWorld();
    test.world.kinds.deployments.create(
      deployment('web', 1, {
        annotations: { 'demo.quarterdeck.dev/behaviour': 'image-pull-error' },
      }),
    );
    test.clock.advance(11 * MINUTE);
    expect(
      test.world.kinds.deployments
        .get('shop', 'web')!
        .status.conditions.map(({ type, status, reason }: any) => [
          type,
          status,
          reason,
        ]),
    ).toEqual([
      ['Available', 'False', 'MinimumReplicasUnavailable'],
      ['Progressing', 'False', 'ProgressDeadlineExceeded'],
    ]);
    const [status] = podsOf(test)[0].status.containerStatuses;
    expect(status.state.waiting.reason).toMatch(
      /^(ErrImagePull|ImagePullBackOff)$/,
    );
    expect(reasonsAbout(test, 'Pod')).toEqual(
      expect.arrayContaining(['Scheduled', 'Pulling', 'Failed', 'BackOff']),
    );
  });
});

describe('a container that keeps crashing', () => {
  it('restarts ever more slowly, and says why it waits', () => {
    const test = createTestWorld();
    test.world.kinds.deployments.create(
      deployment('web', 1, {
        annotations: { 'demo.quarterdeck.dev/behaviour': 'crash-loop' },
      }),
    );
    test.clock.advance(3 * MINUTE);
    const early = podsOf(test)[0].status.containerStatuses[0].restartCount;
    test.clock.advance(20 * MINUTE);
    const [status] = podsOf(test)[0].status.containerStatuses;
    expect(early).toBeGreaterThanOrEqual(3);
    // Five minutes apart at the most.
    expect(status.restartCount - early).toBeGreaterThanOrEqual(4);
    expect(status.restartCount - early).toBeLessThanOrEqual(8);
    expect(status).toMatchObject({
      ready: false,
      state: { waiting: { reason: 'CrashLoopBackOff' } },
      lastState: { terminated: { exitCode: 1, reason: 'Error' } },
    });
    expect(status.state.waiting.message).toContain('back-off 5m0s restarting');
    const backOff = test.world.kinds.events
      .list('shop')
      .find(({ reason }) => reason === 'BackOff')!;
    expect(backOff.count).toBeGreaterThan(3);
  });

  it('is killed with 137 when it runs out of memory', () => {
    const test = createTestWorld();
    test.world.kinds.deployments.create(
      deployment('web', 1, {
        annotations: {
          'demo.quarterdeck.dev/behaviour': 'oom-killed',
          'demo.quarterdeck.dev/run-seconds': '30',
        },
      }),
    );
    test.clock.advance(50_000);
    expect(podsOf(test)[0].status.containerStatuses[0]).toMatchObject({
      restartCount: 1,
      lastState: { terminated: { exitCode: 137, reason: 'OOMKilled' } },
    });
  });
});
