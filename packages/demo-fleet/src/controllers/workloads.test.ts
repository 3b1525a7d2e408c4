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
  container,
  createTestWorld,
  deployment,
  TestWorld,
} from './testing/createTestWorld';

const MINUTE = 60_000;

function podsOf({ world }: TestWorld): readonly KubeObject[] {
  return world.kinds.pods.list('shop');
}

describe('other workloads', () => {
  it('starts stateful pods in order, and stops them in reverse', () => {
    const test = createTestWorld();
    const { statefulSets } = test.world.kinds;
    const { spec, ...rest } = deployment('db', 3);
    const { strategy, ...specOfSet } = spec;
    statefulSets.create({ ...rest, spec: { ...specOfSet, serviceName: 'db' } });
    test.clock.advance(MINUTE);
    const set = statefulSets.get('shop', 'db')!;
    expect(set.status).toMatchObject({ replicas: 3, readyReplicas: 3 });
    statefulSets.update({ ...set, spec: { ...set.spec, replicas: 1 } });
    test.clock.advance(MINUTE);
    const changes = test.takeChanges();
    const order = (kind: 'ADDED' | 'DELETED') =>
      changes
        .filter(({ type, object }) => type === kind && object.kind === 'Pod')
        .map(({ object }) => object.metadata.name);
    expect(order('ADDED')).toEqual(['db-0', 'db-1', 'db-2']);
    expect(order('DELETED')).toEqual(['db-2', 'db-1']);
  });

  it('runs a daemon on every node, and on nodes that come later', () => {
    const test = createTestWorld();
    const { spec, ...rest } = deployment('agent', 1);
    const { replicas, strategy, ...specOfSet } = spec;
    test.world.kinds.daemonSets.create({ ...rest, spec: specOfSet });
    test.clock.advance(30_000);
    const { status, metadata } = test.world.kinds.nodes.list()[0];
    test.world.kinds.nodes.create({
      metadata: { name: 'node-3', labels: metadata.labels },
      spec: {},
      status,
    });
    test.clock.advance(30_000);
    expect(
      podsOf(test)
        .map(pod => pod.spec.nodeName)
        .sort(),
    ).toEqual(['node-1', 'node-2', 'node-3']);
    expect(test.world.kinds.daemonSets.get('shop', 'agent')!.status).toEqual({
      currentNumberScheduled: 3,
      numberMisscheduled: 0,
      desiredNumberScheduled: 3,
      numberReady: 3,
      observedGeneration: 1,
      updatedNumberScheduled: 3,
      numberAvailable: 3,
    });
  });

  it('starts jobs by the clock, and keeps the last three', () => {
    const test = createTestWorld();
    test.world.kinds.cronJobs.create({
      metadata: { name: 'report', namespace: 'shop' },
      spec: {
        schedule: '*/5 * * * *',
        jobTemplate: {
          spec: {
            template: {
              spec: { restartPolicy: 'Never', containers: [container()] },
            },
          },
        },
      },
      status: {},
    });
    test.clock.advance(31 * MINUTE);
    const jobs = test.world.kinds.jobs.list('shop');
    expect(jobs.map(({ status }) => status.succeeded)).toEqual([1, 1, 1]);
    expect(test.world.kinds.cronJobs.get('shop', 'report')!.status).toEqual({
      lastScheduleTime: '2026-11-20T12:30:00Z',
      lastSuccessfulTime: jobs.at(-1)!.status.completionTime,
    });
    expect(podsOf(test).map(({ status }) => status.phase)).toEqual([
      'Succeeded',
      'Succeeded',
      'Succeeded',
    ]);
  });

  it('gives a failing job up after its limit', () => {
    const test = createTestWorld();
    test.world.kinds.jobs.create({
      metadata: { name: 'migrate', namespace: 'shop' },
      spec: {
        backoffLimit: 1,
        template: {
          metadata: {
            annotations: { 'demo.quarterdeck.dev/behaviour': 'fails' },
          },
          spec: { restartPolicy: 'Never', containers: [container()] },
        },
      },
      status: {},
    });
    test.clock.advance(5 * MINUTE);
    expect(test.world.kinds.jobs.get('shop', 'migrate')!.status).toMatchObject({
      failed: 2,
      conditions: [
        { type: 'FailureTarget', reason: 'BackoffLimitExceeded' },
        { type: 'Failed', reason: 'BackoffLimitExceeded' },
      ],
    });
  });
});
