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

import type { KubeObject, StoreEvent } from '../store/ObjectStore';
import {
  createTestWorld,
  deployment,
  TestWorld,
} from './testing/createTestWorld';

/** A step of a pod's life, as told apart in the recorded watch. */
function podStep({ type, object }: StoreEvent): string {
  if (type !== 'MODIFIED') return type;
  const { metadata, spec, status } = object;
  const condition = (name: string) =>
    status.conditions?.find((entry: any) => entry.type === name)?.status;
  const state = Object.keys(status.containerStatuses?.[0]?.state ?? {})[0];
  return [
    ...(metadata.deletionTimestamp ? ['deleting'] : []),
    ...(spec.nodeName ? ['placed'] : []),
    status.phase,
    ...(state ? [state] : []),
    ...(condition('PodReadyToStartContainers') === 'True' ? ['sandbox'] : []),
    ...(condition('Ready') === 'True' ? ['ready'] : []),
  ].join(' ');
}

function stepsByName(changes: StoreEvent[]): Map<string, string[]> {
  const steps = new Map<string, string[]>();
  for (const change of changes.filter(({ object }) => object.kind === 'Pod')) {
    const name = change.object.metadata.name;
    steps.set(name, [...(steps.get(name) ?? []), podStep(change)]);
  }
  return steps;
}

const replicasOf = (changes: StoreEvent[], name: string) =>
  changes
    .filter(({ object }) => object.metadata.name === name)
    .map(({ object }) => object.spec.replicas)
    .filter((value, index, all) => value !== all[index - 1]);

function rollOut(test: TestWorld): {
  before: KubeObject;
  changes: StoreEvent[];
} {
  test.world.kinds.deployments.create(deployment('web', 4));
  test.clock.advance(30_000);
  const before = test.world.kinds.deployments.get('shop', 'web')!;
  test.takeChanges();
  const template = structuredClone(before.spec.template);
  template.spec.containers[0].image = 'nginx:2.0';
  test.world.kinds.deployments.update({
    ...before,
    spec: { ...before.spec, template },
  });
  test.clock.advance(60_000);
  return { before, changes: test.takeChanges() };
}

/** The same template, as `kubectl rollout undo` sends it. */
function reordered({ metadata, spec }: any): any {
  return { spec, metadata: { creationTimestamp: null, ...metadata } };
}

describe('a rolling update', () => {
  it('runs through the steps that a real control plane was recorded in', () => {
    const test = createTestWorld();
    const { changes } = rollOut(test);
    const [oldSet, newSet] = test.world.kinds.replicaSets
      .list('shop')
      .toSorted((left, right) =>
        left.metadata.creationTimestamp.localeCompare(
          right.metadata.creationTimestamp,
        ),
      );
    // The numbers of watch/rollout-replicasets.json: 4 replicas, 25 % and 25 %.
    expect(replicasOf(changes, newSet.metadata.name)).toEqual([1, 2, 3, 4]);
    expect(replicasOf(changes, oldSet.metadata.name)).toEqual([3, 2, 1, 0]);

    const steps = [...stepsByName(changes).values()];
    const created = steps.filter(([first]) => first === 'ADDED');
    const deleted = steps.filter(([first]) => first !== 'ADDED');
    // The steps of watch/rollout-pods.json, for each of the pods.
    expect(created).toEqual(
      Array.from({ length: 4 }, () => [
        'ADDED',
        'placed Pending',
        'placed Pending waiting',
        'placed Pending waiting sandbox',
        'placed Running running sandbox ready',
      ]),
    );
    expect(deleted).toEqual(
      Array.from({ length: 4 }, () => [
        'deleting placed Running running sandbox ready',
        'deleting placed Running running sandbox ready',
        'deleting placed Succeeded terminated',
        'deleting placed Succeeded terminated',
        'DELETED',
      ]),
    );
  });

  it('never leaves the bounds of surge and availability, and ends complete', () => {
    const test = createTestWorld();
    const { changes } = rollOut(test);
    const deployments = changes
      .filter(({ object }) => object.kind === 'Deployment')
      .map(({ object }) => object);
    const observed = deployments.filter(
      ({ metadata, status }) =>
        status.observedGeneration === metadata.generation,
    );
    expect(Math.max(...observed.map(({ status }) => status.replicas))).toBe(5);
    expect(
      Math.min(...observed.map(({ status }) => status.availableReplicas)),
    ).toBe(3);
    const last = deployments.at(-1)!;
    expect(last.metadata.generation).toBe(2);
    expect(last.metadata.annotations).toEqual({
      'deployment.kubernetes.io/revision': '2',
    });
    const { conditions, ...counts } = last.status;
    expect(counts).toEqual({
      observedGeneration: 2,
      replicas: 4,
      updatedReplicas: 4,
      readyReplicas: 4,
      availableReplicas: 4,
      terminatingReplicas: 0,
    });
    const reasons = deployments
      .map(
        ({ status }) =>
          status.conditions.find(({ type }: any) => type === 'Progressing')
            .reason,
      )
      .filter((reason, index, all) => reason !== all[index - 1]);
    expect(reasons).toEqual([
      'NewReplicaSetAvailable',
      'NewReplicaSetCreated',
      'ReplicaSetUpdated',
      'NewReplicaSetAvailable',
    ]);
    expect(conditions.map((entry: any) => entry.type)).toEqual([
      'Available',
      'Progressing',
    ]);
  });

  it('tells its story in events', () => {
    const test = createTestWorld();
    const { changes } = rollOut(test);
    const messages = changes
      .filter(
        ({ object }) =>
          object.kind === 'Event' && object.involvedObject.name === 'web',
      )
      .map(({ object }) => object.message.replace(/set \S+ /, ''));
    expect(messages).toEqual([
      'Scaled up replica from 0 to 1',
      'Scaled down replica from 4 to 3',
      'Scaled up replica from 1 to 2',
      'Scaled down replica from 3 to 2',
      'Scaled up replica from 2 to 3',
      'Scaled down replica from 2 to 1',
      'Scaled up replica from 3 to 4',
      'Scaled down replica from 1 to 0',
    ]);
    const ofOnePod = changes
      .filter(
        ({ object }) =>
          object.kind === 'Event' && object.involvedObject.kind === 'Pod',
      )
      .map(({ object }) => object);
    const created = ofOnePod.find(({ reason }) => reason === 'Started')!
      .involvedObject.name;
    expect(
      ofOnePod
        .filter(({ involvedObject }) => involvedObject.name === created)
        .map(({ reason }) => reason),
    ).toEqual(['Scheduled', 'Pulling', 'Pulled', 'Created', 'Started']);
  });

  it('goes back to an old ReplicaSet when the template is rolled back', () => {
    const test = createTestWorld();
    const { before } = rollOut(test);
    const current = test.world.kinds.deployments.get('shop', 'web')!;
    test.world.kinds.deployments.update({
      ...current,
      spec: { ...current.spec, template: reordered(before.spec.template) },
    });
    test.clock.advance(60_000);
    const sets = test.world.kinds.replicaSets
      .list('shop')
      .map(({ metadata, spec }) => ({
        revision: metadata.annotations?.['deployment.kubernetes.io/revision'],
        replicas: spec.replicas,
      }));
    expect(
      sets.toSorted((left, right) => left.replicas - right.replicas),
    ).toEqual([
      { revision: '2', replicas: 0 },
      { revision: '3', replicas: 4 },
    ]);
  });
});
