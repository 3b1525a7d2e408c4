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

import { TestDatabases } from '@backstage/backend-test-utils';
import {
  ada,
  PipelineHarness,
  startPipeline,
} from './__testUtils__/pipelineHarness';

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

const SCALE = '/apis/apps/v1/namespaces/shop/deployments/web/scale';
const input = { cluster: 'east', namespace: 'shop', name: 'web', replicas: 5 };

const autoscaler = (kind: string, name: string) => ({
  metadata: { name: `${name}-hpa`, namespace: 'shop' },
  spec: {
    scaleTargetRef: { kind, name, apiVersion: 'apps/v1' },
    minReplicas: 3,
    maxReplicas: 6,
  },
});

describe('scaleWorkload', () => {
  let harness: PipelineHarness;
  beforeEach(async () => {
    harness = await startPipeline(databases);
  });
  afterEach(() => harness.stop());

  const preview = (change: Record<string, unknown> = {}) =>
    harness.pipeline.preview('workload.scale', { ...input, ...change }, ada);
  const run = (confirmed: { uid: string; resourceVersion?: string }) =>
    harness.pipeline.run(
      'workload.scale',
      { input, ...confirmed },
      { idempotencyKey: 'key-1', channel: 'rest' },
      ada,
    );

  it('previews by a dry run of the patch', async () => {
    await expect(preview()).resolves.toEqual({
      action: 'workload.scale',
      target: {
        cluster: 'east',
        namespace: 'shop',
        kind: 'Deployment',
        name: 'web',
        uid: 'uid-web',
        resourceVersion: '634',
      },
      sentence: 'Scale Deployment web from 3 to 5 replicas',
      changes: [{ path: 'spec.replicas', before: 3, after: 5 }],
      warnings: [],
    });
    expect(harness.cluster.writes).toEqual([
      {
        method: 'PATCH',
        url: `${SCALE}?fieldManager=quarterdeck&dryRun=All`,
        type: 'application/json-patch+json',
        body: [
          { op: 'test', path: '/metadata/uid', value: 'uid-web' },
          { op: 'add', path: '/spec/replicas', value: 5 },
        ],
      },
    ]);
  });

  it.each([
    {
      given: 'the number is wanted already',
      change: { replicas: 3 },
      prepare: () => {},
      warnings: [
        {
          severity: 'info',
          message:
            'Deployment web wants this number already; nothing would change.',
        },
      ],
    },
    {
      given: 'an autoscaler keeps the number, and another one does not',
      change: {},
      prepare: ({ cluster }: PipelineHarness) => {
        cluster.autoscalers = [
          autoscaler('Deployment', 'web'),
          autoscaler('StatefulSet', 'web'),
          autoscaler('Deployment', 'api'),
        ];
      },
      warnings: [
        {
          severity: 'warning',
          message:
            'HorizontalPodAutoscaler web-hpa keeps the number between 3 and 6 and may change it again.',
        },
      ],
    },
    {
      given: 'it goes to zero under an autoscaler',
      change: { replicas: 0 },
      prepare: ({ cluster }: PipelineHarness) => {
        cluster.autoscalers = [autoscaler('Deployment', 'web')];
      },
      warnings: [
        {
          severity: 'warning',
          message: 'All pods of Deployment web will be stopped.',
        },
        {
          severity: 'warning',
          message:
            'HorizontalPodAutoscaler web-hpa stops working while 0 replicas are wanted.',
        },
      ],
    },
    {
      given: 'autoscalers may not be read',
      change: {},
      prepare: ({ cluster }: PipelineHarness) => {
        cluster.autoscalers = 'forbidden';
      },
      warnings: [
        {
          severity: 'info',
          message:
            "Could not check for autoscalers: Cluster 'east' answered 403: horizontalpodautoscalers.autoscaling is forbidden",
        },
      ],
    },
    {
      given: 'a Deployment controls the ReplicaSet',
      change: { kind: 'ReplicaSet', name: 'web-1' },
      prepare: ({ cluster }: PipelineHarness) => {
        cluster.workloads.set('replicasets/web-1', {
          uid: 'uid-rs',
          version: 1,
          replicas: 3,
          owner: { kind: 'Deployment', name: 'web' },
        });
      },
      warnings: [
        {
          severity: 'warning',
          message:
            'Deployment web controls this ReplicaSet and may set its number back. Scale the Deployment instead.',
        },
      ],
    },
    {
      given: 'the server warns',
      change: {},
      prepare: ({ cluster }: PipelineHarness) => {
        cluster.warnings = ['one \\"quoted\\", with a comma', 'two'];
      },
      warnings: [
        { severity: 'warning', message: 'one "quoted", with a comma' },
        { severity: 'warning', message: 'two' },
      ],
    },
  ])('warns when $given', async ({ change, prepare, warnings }) => {
    prepare(harness);
    await expect(preview(change)).resolves.toMatchObject({ warnings });
  });

  it('says that the workload does not exist', async () => {
    await expect(preview({ name: 'nope' })).rejects.toMatchObject({
      name: 'NotFoundError',
      message:
        'Cluster \'east\' answered 404: deployments.apps "nope" not found',
    });
  });

  it('lets the server check what was confirmed, and scales up from a 0 that the server leaves out', async () => {
    harness.cluster.workloads.get('deployments/web')!.replicas = 0;
    await expect(
      run({ uid: 'uid-web', resourceVersion: '634' }),
    ).resolves.toMatchObject({
      status: 'succeeded',
      result: { before: 0, after: 5 },
    });
    expect(harness.cluster.writes).toEqual([
      {
        method: 'PATCH',
        url: `${SCALE}?fieldManager=quarterdeck`,
        type: 'application/json-patch+json',
        body: [
          { op: 'test', path: '/metadata/uid', value: 'uid-web' },
          { op: 'test', path: '/metadata/resourceVersion', value: '634' },
          { op: 'add', path: '/spec/replicas', value: 5 },
        ],
      },
    ]);
  });

  const confirmed = { uid: 'uid-web', resourceVersion: '634' };
  const changed = { uid: 'uid-web', version: 700, replicas: 4 };
  const recreated = { uid: 'uid-new', version: 800, replicas: 1 };
  const nothing = 'Nothing was changed: since it was previewed, Deployment web';
  it.each([
    {
      what: 'changed (C49)',
      next: changed,
      message: `${nothing} has changed; it now wants 4 replicas. Preview it again.`,
    },
    {
      what: 'recreated (C50)',
      next: recreated,
      message: `${nothing} has been deleted and created anew; it now wants 1 replica. Preview it again.`,
    },
    {
      what: 'deleted',
      next: undefined,
      message: `${nothing} has been deleted. Preview it again.`,
    },
  ])(
    'refuses when the object was $what, before or at the write, and never retries',
    async ({ next, message }) => {
      const becomeNext = () => {
        harness.cluster.workloads.delete('deployments/web');
        if (next) {
          harness.cluster.workloads.set('deployments/web', next);
        }
      };
      harness.cluster.beforeWrite = becomeNext;
      await expect(run(confirmed)).rejects.toMatchObject({
        name: 'ConflictError',
        message,
      });
      expect(harness.cluster.writes).toHaveLength(1);

      await expect(
        harness.pipeline.run(
          'workload.scale',
          { input, ...confirmed },
          { idempotencyKey: 'key-2', channel: 'rest' },
          ada,
        ),
      ).rejects.toMatchObject({ name: 'ConflictError', message });
      expect(harness.cluster.writes).toHaveLength(1);
      expect(harness.cluster.workloads.get('deployments/web')).toEqual(next);
      await expect(harness.audit.list({ limit: 9 })).resolves.toMatchObject({
        items: [
          { outcome: 'failed', message },
          { outcome: 'failed', message },
        ],
      });
    },
  );
});
