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

import {
  mockCredentials,
  mockServices,
  TestDatabases,
} from '@backstage/backend-test-utils';
import { actionsRegistryServiceMock } from '@backstage/backend-test-utils/alpha';
import {
  PipelineHarness,
  startPipeline,
} from './__testUtils__/pipelineHarness';
import { registerFleetActions } from './registerFleetActions';

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
const input = { cluster: 'east', namespace: 'shop', name: 'web', replicas: 5 };
const credentials = mockCredentials.user('user:default/ada');

describe('registerFleetActions', () => {
  let harness: PipelineHarness;
  const registry = () => {
    const actionsRegistry = actionsRegistryServiceMock();
    registerFleetActions({
      actionsRegistry,
      pipeline: harness.pipeline,
      auth: mockServices.auth(),
    });
    return actionsRegistry;
  };
  beforeEach(async () => {
    harness = await startPipeline(databases);
  });
  afterEach(() => harness.stop());

  it('offers an action as a tool with its whole schema', async () => {
    const { actions } = await registry().list();
    expect(actions).toMatchObject([
      {
        name: 'workload-scale',
        title: 'Scale workload',
        description: expect.stringContaining('Call it with dryRun true first'),
        attributes: { readOnly: false, destructive: false, idempotent: true },
        schema: {
          input: {
            type: 'object',
            required: ['cluster', 'namespace', 'name', 'replicas'],
            properties: {
              kind: {
                enum: ['Deployment', 'StatefulSet', 'ReplicaSet'],
                default: 'Deployment',
              },
              replicas: {
                type: 'integer',
                minimum: 0,
                maximum: 10_000,
                description: 'Replicas wanted from now on',
              },
              dryRun: { type: 'boolean', default: true },
              uid: { type: 'string' },
              resourceVersion: { type: 'string' },
              reason: { type: 'string', maxLength: 1000 },
              idempotencyKey: { type: 'string' },
            },
          },
          output: {
            properties: {
              preview: {
                properties: { sentence: { type: 'string' } },
              },
              outcome: {
                properties: {
                  status: { enum: ['succeeded', 'failed', 'unknown'] },
                },
              },
            },
          },
        },
      },
    ]);
  });

  it('previews unless told otherwise, and runs what was previewed as the person', async () => {
    const actions = registry();
    const call = (more: object) =>
      actions.invoke({
        id: 'test:workload-scale',
        input: { ...input, ...more },
        credentials,
      });

    const { output } = (await call({})) as any;
    expect(output).toEqual({
      preview: {
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
      },
    });
    await expect(call({ dryrun: false })).rejects.toMatchObject({
      name: 'InputError',
    });
    await expect(call({ dryRun: false })).rejects.toMatchObject({
      name: 'InputError',
      message: expect.stringContaining('uid is required'),
    });
    await expect(
      call({
        dryRun: false,
        uid: output.preview.target.uid,
        reason: 'Ada asked for it',
      }),
    ).resolves.toEqual({
      output: {
        outcome: {
          auditId: expect.any(String),
          action: 'workload.scale',
          status: 'succeeded',
          message: 'Scaled Deployment web from 3 to 5 replicas.',
          result: { before: 3, after: 5 },
        },
      },
    });
    await expect(harness.audit.list({ limit: 9 })).resolves.toMatchObject({
      items: [
        {
          actor: 'user:default/ada',
          channel: 'mcp',
          reason: 'Ada asked for it',
        },
      ],
    });
  });

  it('refuses who may not, and who is nobody', async () => {
    const actions = registry();
    harness.denied.push('fleet.action.workload.scale *');
    const call = { id: 'test:workload-scale', input };
    await expect(
      actions.invoke({ ...call, credentials }),
    ).rejects.toMatchObject({ name: 'NotAllowedError' });
    await expect(
      actions.invoke({ ...call, credentials: mockCredentials.none() }),
    ).rejects.toMatchObject({ name: 'NotAllowedError' });
    expect(harness.cluster.requests).toEqual([]);
  });
});
