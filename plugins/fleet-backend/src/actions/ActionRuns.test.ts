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
import { openAudit } from '../audit/__testUtils__/openAudit';
import { until } from '../leases/__testUtils__/leaseHarness';
import { ada, startPipeline } from './__testUtils__/pipelineHarness';

jest.setTimeout(30_000);

describe('ActionRuns', () => {
  const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

  it('stops in spite of an action that does not end, whose outcome the next start calls unknown', async () => {
    let asked = () => {};
    const arrived = new Promise<void>(resolve => {
      asked = resolve;
    });
    const never = () => {
      asked();
      return new Promise<never>(() => {});
    };
    const { pipeline, audit, knex, leases, stop } = await startPipeline(
      databases,
      {
        connection: {
          cluster: 'east',
          get: never,
          getText: never,
          request: never,
        },
      },
    );
    void pipeline.run(
      'workload.scale',
      {
        input: {
          cluster: 'east',
          namespace: 'shop',
          name: 'web',
          replicas: 3,
        },
        uid: 'uid-1',
      },
      { idempotencyKey: 'key-1', channel: 'rest' },
      ada,
    );
    await arrived;

    await pipeline.stop();

    expect((await audit.list({ limit: 1 })).items).toMatchObject([
      { outcome: 'pending' },
    ]);
    await leases.stop();
    const next = await openAudit({ knex, clock: Date.now });
    await until(async () => {
      const [{ outcome }] = (await next.audit.list({ limit: 1 })).items;
      return outcome !== 'pending';
    }, 'the next start closes it');
    expect((await next.audit.list({ limit: 1 })).items).toMatchObject([
      { outcome: 'unknown', message: expect.stringContaining('stopped') },
    ]);
    await next.stop();
    await stop();
  });
});
