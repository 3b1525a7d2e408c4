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
  DemoCluster,
  DemoFleet,
  SingleDemoCluster,
  startDemoCluster,
  startDemoFleet,
} from '@quarterdeck/demo-fleet';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { IncomingMessage, request } from 'node:http';
import { AddressInfo, createServer, Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort, PortalProcess } from 'portal-process';

jest.setTimeout(240_000);

/** What the portal promises. */
const MOST_MILLISECONDS = 5_000;

/** A port that takes connections and says nothing: a black hole. */
class Silence {
  readonly #server: Server;
  connections = 0;

  constructor() {
    this.#server = createServer(() => {
      this.connections += 1;
    });
  }

  async open(): Promise<string> {
    await new Promise<void>(resolve =>
      this.#server.listen(0, '127.0.0.1', resolve),
    );
    const { port } = this.#server.address() as AddressInfo;
    return `https://127.0.0.1:${port}`;
  }

  close(): void {
    this.#server.close();
  }
}

function kubeconfigOf(
  clusters: readonly Pick<DemoCluster, 'name' | 'url' | 'ca' | 'portalToken'>[],
): string {
  return JSON.stringify({
    apiVersion: 'v1',
    kind: 'Config',
    clusters: clusters.map(({ name, url, ca }) => ({
      name,
      cluster: {
        server: url,
        'certificate-authority-data': Buffer.from(ca).toString('base64'),
      },
    })),
    users: clusters.map(({ name, portalToken }) => ({
      name,
      user: { token: portalToken },
    })),
    contexts: clusters.map(({ name }) => ({
      name,
      context: { cluster: name, user: name },
    })),
  });
}

async function eventually(what: string, test: () => unknown): Promise<void> {
  const deadline = Date.now() + 60_000;
  while (!(await test())) {
    if (Date.now() > deadline) throw new Error(`Not in time: ${what}`);
    await new Promise(resolve => setTimeout(resolve, 20));
  }
}

describe('the portal that is told to end', () => {
  let folder: string;
  let kubeconfig: string;
  let shop: SingleDemoCluster;
  let slow: SingleDemoCluster;
  let hanging: SingleDemoCluster;
  let large: DemoFleet;
  const silence = new Silence();
  let portal: PortalProcess;
  let token: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'quarterdeck-shutdown-'));
    kubeconfig = join(folder, 'kubeconfig');
    [shop, slow, hanging, large] = await Promise.all([
      startDemoCluster({ name: 'shop' }),
      startDemoCluster({ name: 'slow' }),
      startDemoCluster({ name: 'hanging' }),
      startDemoFleet({ clusters: 1, pods: 2_000, churn: 0 }),
    ]);
    const { ca, portalToken } = shop;
    const url = await silence.open();
    await writeFile(
      kubeconfig,
      kubeconfigOf([
        shop,
        slow,
        hanging,
        ...large.clusters,
        { name: 'silent', url, ca, portalToken },
      ]),
    );
  });

  afterAll(async () => {
    if (portal?.running) await portal.end('SIGKILL');
    silence.close();
    await Promise.all([
      shop?.close(),
      slow?.close(),
      hanging?.close(),
      large?.stop(),
    ]);
    await rm(folder, { recursive: true, force: true });
  });

  async function start(): Promise<void> {
    portal = await PortalProcess.start({
      port: await freePort(),
      kubeconfig,
      databaseFolder: join(folder, 'database'),
    });
    token = await portal.signIn();
  }

  const headers = () => ({
    authorization: `Bearer ${token}`,
    'content-type': 'application/json',
  });

  async function read(path: string): Promise<any> {
    const response = await portal.fetch(`/api/fleet/v1${path}`, {
      headers: headers(),
    });
    expect([path, response.status]).toEqual([path, 200]);
    return response.json();
  }

  /** Opens a stream; the caller reads it, or does not. */
  function openStream(subscriptions: object[]): Promise<IncomingMessage> {
    return new Promise((resolve, reject) => {
      const opening = request(
        `${portal.url}/api/fleet/v1/stream`,
        { method: 'POST', headers: headers() },
        resolve,
      );
      opening.once('error', reject);
      opening.end(JSON.stringify({ subscriptions }));
    });
  }

  const liveClusters = () => ['shop', large.clusters[0].name];

  async function untilLive(): Promise<void> {
    await eventually('the healthy clusters are read', async () => {
      const { rows } = await read('/views/clusters.health');
      return liveClusters().every(name =>
        rows.some(
          (row: any) => row.cluster === name && row.state === 'healthy',
        ),
      );
    });
  }

  it('ends by itself in time: streams are told, an action under way is written down', async () => {
    slow.faults.add({
      match: { resource: 'pods', verbs: ['list'] },
      fault: { type: 'slow-bytes', bytesPerSecond: 50 },
    });
    hanging.faults.add({ fault: { type: 'hang' } });
    await start();
    await untilLive();
    await eventually(
      'a list is in its middle, and two clusters do not answer',
      () =>
        slow.faults.list()[0].hits > 0 &&
        hanging.faults.list()[0].hits > 0 &&
        silence.connections > 0,
    );

    const watching = await openStream([
      { id: 'clusters', view: 'clusters.health' },
      { id: 'pods', view: 'pods.list' },
      { id: 'nodes', view: 'nodes.list' },
    ]);
    let seen = '';
    watching.setEncoding('utf8').on('data', text => {
      seen += text;
    });
    await eventually(
      'the stream has its views',
      () => seen.split('event: snapshot').length === 4,
    );
    // More than the buffers of a connection hold, for somebody who does not read.
    const stalled = await openStream(
      Array.from({ length: 100 }, (_, index) => ({
        id: `${index}`,
        view: 'pods.list',
        window: { limit: 500, offset: index },
      })),
    );

    const [deployment] = (await read('/views/deployments.status?clusters=shop'))
      .rows;
    const { namespace, name, uid } = deployment;
    const patches = shop.faults.add({
      match: { verbs: ['patch'] },
      fault: { type: 'hang' },
    });
    const scaling = portal.fetch('/api/fleet/v1/actions/workload.scale', {
      method: 'POST',
      headers: { ...headers(), 'idempotency-key': 'under-way-1' },
      body: JSON.stringify({
        input: {
          cluster: 'shop',
          namespace,
          name,
          replicas: deployment.replicas + 1,
        },
        uid,
      }),
    });
    const [pod] = (await read('/views/pods.list?clusters=shop')).rows;
    const reads = shop.faults.add({
      match: { resource: 'pods', verbs: ['get'] },
      fault: { type: 'hang' },
    });
    const reading = portal.fetch(
      `/api/fleet/v1/clusters/shop/object?resource=pods&namespace=${pod.namespace}&name=${pod.name}`,
      { headers: headers() },
    );
    await eventually(
      'an action and a read are under way',
      () => patches.hits > 0 && reads.hits > 0,
    );

    const end = await portal.end('SIGTERM');

    expect([end.code, end.signal, portal.output]).toEqual([
      0,
      null,
      expect.not.stringMatching(/Unhandled|hook failed/),
    ]);
    expect(end.milliseconds).toBeLessThan(MOST_MILLISECONDS);
    await eventually('the stream has ended', () => watching.readableEnded);
    expect(seen.trimEnd().split('\n\n').at(-1)).toBe(
      'event: end\ndata: {"reason":"shutdown"}',
    );
    expect(await textOf(stalled)).not.toContain('event: end');
    expect((await reading).status).toBeGreaterThanOrEqual(500);
    const outcome = await (await scaling).json();
    expect(outcome).toMatchObject({ status: 'unknown' });

    await start();
    const { items } = await read('/audit');
    expect(items).toMatchObject([
      {
        id: outcome.auditId,
        action: 'workload.scale',
        outcome: 'unknown',
        message: expect.stringMatching(
          /did not say whether it was done. A read afterwards shows \d+ replicas? wanted, not \d+\.$/,
        ),
      },
    ]);
  });
});

/** All that came before the connection ended. */
async function textOf(stream: IncomingMessage): Promise<string> {
  let text = '';
  try {
    for await (const chunk of stream) text += chunk;
  } catch {
    // It was cut.
  }
  return text;
}
