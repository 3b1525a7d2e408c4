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

const input = { cluster: 'east', namespace: 'shop', name: 'web', replicas: 5 };
const request = { input, uid: 'uid-web' };
const onPress = (idempotencyKey: string) => ({
  idempotencyKey,
  channel: 'rest' as const,
});

const SCALE = '/apis/apps/v1/namespaces/shop/deployments/web/scale';

describe('the action pipeline', () => {
  let harness: PipelineHarness;
  beforeEach(async () => {
    harness = await startPipeline(databases);
  });
  afterEach(() => harness.stop());

  const run = (key = 'key-1', change: Partial<typeof request> = {}) =>
    harness.pipeline.run(
      'workload.scale',
      { ...request, ...change },
      onPress(key),
      ada,
    );
  const records = async () =>
    (await harness.audit.list({ limit: 50 })).items.map(
      ({ outcome, message }) => ({ outcome, message }),
    );

  it('lists its actions with the JSON Schema of their input', () => {
    expect(harness.pipeline.list()).toMatchObject([
      {
        id: 'workload.scale',
        title: 'Scale workload',
        scope: 'namespace',
        destructive: false,
        input: {
          type: 'object',
          required: ['cluster', 'namespace', 'name', 'replicas'],
          properties: { replicas: { type: 'integer', minimum: 0 } },
        },
      },
    ]);
  });

  it('runs: audits the intent, writes, audits the outcome', async () => {
    let auditedBefore: unknown;
    harness.cluster.beforeWrite = async () => {
      auditedBefore = await records();
    };

    const outcome = await run();
    expect(outcome).toEqual({
      auditId: expect.any(String),
      action: 'workload.scale',
      status: 'succeeded',
      message: 'Scaled Deployment web from 3 to 5 replicas.',
      result: { before: 3, after: 5 },
    });
    expect(auditedBefore).toEqual([{ outcome: 'pending', message: undefined }]);
    expect(harness.cluster.workloads.get('deployments/web')).toMatchObject({
      replicas: 5,
    });
    await expect(harness.audit.list({ limit: 9 })).resolves.toEqual({
      items: [
        {
          id: outcome.auditId,
          action: 'workload.scale',
          actor: 'user:default/ada',
          channel: 'rest',
          target: {
            cluster: 'east',
            namespace: 'shop',
            kind: 'Deployment',
            name: 'web',
            uid: 'uid-web',
          },
          input: { ...input, kind: 'Deployment' },
          outcome: 'succeeded',
          message: 'Scaled Deployment web from 3 to 5 replicas.',
          before: { uid: 'uid-web', replicas: 3 },
          after: { uid: 'uid-web', resourceVersion: '635', replicas: 5 },
          requestedAt: 1_800_000_000_000,
          completedAt: 1_800_000_000_000,
        },
      ],
    });
    expect(harness.audited).toEqual([
      'cluster-action medium run workload.scale east/shop/Deployment/web by user:default/ada',
      'success',
    ]);
  });

  it('previews without an audit record and without writing', async () => {
    await harness.pipeline.preview('workload.scale', input, ada);
    expect(harness.cluster.writes.map(({ url }) => url)).toEqual([
      `${SCALE}?fieldManager=quarterdeck&dryRun=All`,
    ]);
    expect(harness.cluster.workloads.get('deployments/web')).toMatchObject({
      replicas: 3,
    });
    await expect(records()).resolves.toEqual([]);
    expect(harness.audited).toEqual([
      'cluster-action low preview workload.scale east/shop/Deployment/web by user:default/ada',
      'success',
    ]);
  });

  it('runs a double click and a retried request once (C48)', async () => {
    const [first, second] = await Promise.all([run(), run()]);
    const retried = await run();

    expect(second).toEqual(first);
    expect(retried).toEqual(first);
    expect(harness.cluster.writes).toHaveLength(1);
    await expect(records()).resolves.toHaveLength(1);

    await expect(
      run('key-1', { input: { ...input, replicas: 6 } }),
    ).rejects.toMatchObject({ name: 'ConflictError' });
    expect(harness.cluster.writes).toHaveLength(1);
  });

  it('answers a retried conflict with the same conflict', async () => {
    const stale = { ...request, uid: 'uid-other' };
    const conflict = { name: 'ConflictError', message: /created anew/ };
    const message = expect.stringMatching(conflict.message);
    for (const _ of ['first', 'retried']) {
      await expect(run('key-1', stale)).rejects.toMatchObject({
        name: 'ConflictError',
        message,
      });
    }
    expect(harness.cluster.writes).toEqual([]);
    await expect(records()).resolves.toEqual([{ outcome: 'failed', message }]);
  });

  it.each([
    {
      given: 'a lost answer to a write that was done',
      answerToWrite: 'drop' as const,
      message:
        'The request was sent, but the cluster did not say whether it was done. A read afterwards shows 5 replicas wanted, as asked.',
    },
    {
      given: 'a gateway that gave up on a write that was done',
      answerToWrite: 504 as const,
      message:
        'The request was sent, but the cluster did not say whether it was done. A read afterwards shows 5 replicas wanted, as asked.',
    },
  ])(
    'calls the outcome of $given unknown, and says what a read shows (C55)',
    async ({ answerToWrite, message }) => {
      harness.cluster.answerToWrite = answerToWrite;
      await expect(run()).resolves.toEqual({
        auditId: expect.any(String),
        action: 'workload.scale',
        status: 'unknown',
        message,
      });
      await expect(records()).resolves.toEqual([
        { outcome: 'unknown', message },
      ]);
      expect(harness.cluster.writes).toHaveLength(1);
      expect(harness.audited[1]).toBe(`fail unknown: ${message}`);
    },
  );

  it('gives up on a cluster that took a write and never answers (C55)', async () => {
    const impatient = await startPipeline(databases, { timeout: 200 });
    impatient.cluster.answerToWrite = 'hang';
    await expect(
      impatient.pipeline.run('workload.scale', request, onPress('key-1'), ada),
    ).resolves.toMatchObject({
      status: 'unknown',
      message:
        'The request was sent, but the cluster did not say whether it was done. A read afterwards shows 5 replicas wanted, as asked.',
    });
    await impatient.stop();
  });

  it('says that it is unknown when the cluster is gone altogether (C55)', async () => {
    harness.cluster.beforeWrite = () => harness.cluster.stop();
    await expect(run()).resolves.toMatchObject({
      status: 'unknown',
      message: expect.stringMatching(
        /did not say whether it was done\. Reading the object afterwards failed too: .*ECONNREFUSED/,
      ),
    });
  });

  it('fails without doubt when nothing was sent', async () => {
    await harness.cluster.stop();
    await expect(run()).resolves.toMatchObject({
      status: 'failed',
      message: expect.stringMatching(
        /^Nothing was changed\. Cluster 'east' refused the connection \(ECONNREFUSED\)/,
      ),
    });
    await expect(
      harness.pipeline.preview('workload.scale', input, ada),
    ).rejects.toMatchObject({ name: 'ServiceUnavailableError' });
  });

  it('refuses to write without an audit log, while previews go on (C56)', async () => {
    await harness.knex.schema.renameTable('audit_records', 'elsewhere');

    await expect(run()).rejects.toMatchObject({
      name: 'ServiceUnavailableError',
    });
    expect(harness.cluster.requests).toEqual([]);
    await expect(
      harness.pipeline.preview('workload.scale', input, ada),
    ).resolves.toMatchObject({ action: 'workload.scale' });

    await harness.knex.schema.renameTable('elsewhere', 'audit_records');
    await expect(run()).resolves.toMatchObject({ status: 'succeeded' });
  });

  it('keeps a forged line in the reason as data (C61)', async () => {
    const reason = 'fine\n{"outcome":"denied","actor":"user:default/bo"}';
    await harness.pipeline.run(
      'workload.scale',
      { ...request, reason },
      onPress('key-1'),
      ada,
    );
    const [row, ...more] = await harness.knex('audit_records');
    expect(more).toEqual([]);
    expect(row.reason).not.toContain('\n');
    await expect(harness.audit.list({ limit: 9 })).resolves.toMatchObject({
      items: [{ reason, actor: 'user:default/ada', outcome: 'succeeded' }],
    });
  });

  const hidden =
    'There is no namespace "shop" in cluster "east", or you may not read it';
  it.each([
    {
      given: 'the action is denied',
      denied: ['fleet.action.workload.scale east/shop'],
      error: {
        name: 'NotAllowedError',
        message:
          'You lack the permission \'fleet.action.workload.scale\' for namespace "shop" in cluster "east"',
      },
    },
    {
      given: 'the namespace may not be read',
      denied: ['fleet.namespace.read east/shop'],
      error: { name: 'NotFoundError', message: hidden },
    },
    {
      given: 'neither is allowed',
      denied: [
        'fleet.namespace.read east/shop',
        'fleet.action.workload.scale *',
      ],
      error: { name: 'NotFoundError', message: hidden },
    },
  ])(
    'refuses, audits and calls no cluster when $given (C62)',
    async ({ denied, error }) => {
      harness.denied.push(...denied);
      await expect(run()).rejects.toMatchObject(error);
      await expect(
        harness.pipeline.preview('workload.scale', input, ada),
      ).rejects.toMatchObject(error);

      expect(harness.cluster.requests).toEqual([]);
      await expect(records()).resolves.toEqual([
        { outcome: 'denied', message: error.message },
      ]);
      expect(harness.audited.filter(line => line.startsWith('fail'))).toEqual([
        expect.stringContaining('fail '),
        expect.stringContaining('fail '),
      ]);

      // A key is not used up by a refusal.
      harness.denied.length = 0;
      await expect(run()).resolves.toMatchObject({ status: 'succeeded' });
    },
  );

  it('answers for an unknown cluster as for one that may not be read', async () => {
    for (const cluster of ['nowhere', 'east/shop']) {
      await expect(
        run('key-1', { input: { ...input, cluster } }),
      ).rejects.toMatchObject({
        name: 'NotFoundError',
        message: `There is no namespace "shop" in cluster "${cluster}", or you may not read it`,
      });
    }
  });

  it.each([
    {
      bad: { ...input, replicas: -1, name: '../secrets' },
      message:
        'Invalid input: name: must be a DNS subdomain; replicas: Too small: expected number to be >=0',
    },
    {
      bad: { ...input, dryrun: true },
      message: 'Invalid input: Unrecognized key: "dryrun"',
    },
    {
      bad: { ...input, namespace: 'shop/../data' },
      message: 'Invalid input: namespace: must be a DNS label',
    },
  ])('names what is wrong: $message', async ({ bad, message }) => {
    await expect(run('key-1', { input: bad })).rejects.toMatchObject({
      name: 'InputError',
      message,
    });
    await expect(
      harness.pipeline.preview('workload.scale', bad, ada),
    ).rejects.toMatchObject({ name: 'InputError', message });
    await expect(records()).resolves.toEqual([]);
  });

  it('refuses unknown actions and unusable keys', async () => {
    await expect(
      harness.pipeline.preview('node.explode', {}, ada),
    ).rejects.toMatchObject({ name: 'NotFoundError' });
    for (const key of ['', 'two words', 'x'.repeat(129), 'new\nline']) {
      await expect(run(key)).rejects.toMatchObject({ name: 'InputError' });
    }
  });

  it('lets a run finish when the portal stops, and takes no more', async () => {
    let letThrough = () => {};
    const arrived = new Promise<void>(resolve => {
      harness.cluster.beforeWrite = () => {
        resolve();
        return new Promise(resume => {
          letThrough = resume;
        });
      };
    });
    const running = run();
    await arrived;
    const stopped = harness.pipeline.stop();
    await expect(run('key-2')).rejects.toMatchObject({
      name: 'ServiceUnavailableError',
    });
    letThrough();
    await expect(running).resolves.toMatchObject({ status: 'succeeded' });
    await stopped;
  });
});
