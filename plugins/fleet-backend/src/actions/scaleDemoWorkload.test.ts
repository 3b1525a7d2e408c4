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
  ApiServer,
  createCertificateAuthority,
  ObjectStore,
  startApiServer,
} from '@quarterdeck/demo-fleet';
import { randomUUID } from 'node:crypto';
import { DefaultClusterConnector } from '../clusters/connection/DefaultClusterConnector';
import { StaticCredentials } from '../clusters/credentials/ClusterCredentials';
import { systemClock } from '../inventory/scheduling/Clock';
import {
  ada,
  PipelineHarness,
  startPipeline,
} from './__testUtils__/pipelineHarness';

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
const input = { cluster: 'east', namespace: 'shop', name: 'web', replicas: 5 };

describe('scaling over the connector, in a cluster of the demo fleet', () => {
  let store: ObjectStore;
  let server: ApiServer;
  let connector: DefaultClusterConnector;
  let harness: PipelineHarness;

  const type = (kind: string) => store.types.require('apps/v1', kind);
  const create = (replicas: number) =>
    store.create(type('Deployment'), {
      metadata: { name: 'web', namespace: 'shop' },
      spec: {
        replicas,
        selector: { matchLabels: { app: 'web' } },
        template: {
          metadata: { labels: { app: 'web' } },
          spec: { containers: [{ name: 'web', image: 'web:1' }] },
        },
      },
    });
  const web = () => store.get(type('Deployment'), 'shop', 'web');

  beforeEach(async () => {
    store = new ObjectStore({ now: () => new Date(), uid: randomUUID });
    store.create(store.types.require('v1', 'Namespace'), {
      metadata: { name: 'shop' },
    });
    create(0);
    const authority = await createCertificateAuthority({ name: 'east' });
    server = await startApiServer({
      store,
      tls: await authority.issue(['127.0.0.1']),
      name: 'east',
      tokens: { admin: 'admin', viewer: 'viewer', nobody: 'nobody' },
    });
  });

  afterEach(async () => {
    await harness.stop();
    connector.close();
    await server.stop();
  });

  async function connectWith(token: string) {
    connector = new DefaultClusterConnector({
      cluster: 'east',
      endpoint: {
        server: new URL(server.url),
        insecureSkipTlsVerify: true,
        credentials: new StaticCredentials({ token }),
      },
      clock: systemClock,
      userAgent: 'test',
    });
    harness = await startPipeline(databases, { connection: connector });
  }
  const preview = () => harness.pipeline.preview('workload.scale', input, ada);
  const run = ({
    uid,
    resourceVersion,
  }: {
    uid: string;
    resourceVersion?: string;
  }) =>
    harness.pipeline.run(
      'workload.scale',
      { input, uid, resourceVersion },
      { idempotencyKey: randomUUID(), channel: 'rest' },
      ada,
    );

  it('changes nothing by a preview, and what was previewed by a run', async () => {
    await connectWith('admin');
    const { target, changes, warnings } = await preview();
    expect({ changes, warnings }).toEqual({
      changes: [{ path: 'spec.replicas', before: 0, after: 5 }],
      warnings: [],
    });
    expect(web()?.spec.replicas).toBe(0);

    await expect(run(target)).resolves.toMatchObject({
      status: 'succeeded',
      message: 'Scaled Deployment web from 0 to 5 replicas.',
      result: { before: 0, after: 5 },
    });
    expect(web()?.spec.replicas).toBe(5);
    expect(web()?.metadata.uid).toBe(target.uid);
  });

  it('does not touch an object that changed (C49) or was recreated (C50) since the preview', async () => {
    await connectWith('admin');
    const { target } = await preview();
    await run({ uid: target.uid });
    await expect(run(target)).rejects.toMatchObject({
      name: 'ConflictError',
      message: expect.stringContaining('has changed; it now wants 5 replicas'),
    });

    store.delete(type('Deployment'), 'shop', 'web', { gracePeriodSeconds: 0 });
    create(2);
    await expect(run({ uid: target.uid })).rejects.toMatchObject({
      name: 'ConflictError',
      message: expect.stringContaining(
        'has been deleted and created anew; it now wants 2 replicas',
      ),
    });
    expect(web()?.spec.replicas).toBe(2);
  });

  it("says so when the portal's credential may only read", async () => {
    await connectWith('viewer');
    await expect(preview()).rejects.toMatchObject({ name: 'NotAllowedError' });
    await expect(run({ uid: web()!.metadata.uid })).resolves.toMatchObject({
      status: 'failed',
      message: expect.stringMatching(
        /^Nothing was changed\. The portal's own credential does not allow this\. .*403/,
      ),
    });
    expect(web()?.spec.replicas).toBe(0);
  });
});
