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

import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import SwaggerParser from '@apidevtools/swagger-parser';
import {
  Coverage,
  SnapshotEvent,
} from '@quarterdeck/backstage-plugin-fleet-common';
import { DemoCluster, startDemoCluster } from '@quarterdeck/demo-fleet';
import Ajv2020 from 'ajv/dist/2020';
import { Agent, fetch as fetchThrough } from 'undici';
import { fleetPlugin } from './plugin';

jest.setTimeout(60_000);

/** A kubeconfig with one context a cluster. */
function kubeconfigOf(...clusters: DemoCluster[]): string {
  const named = (key: string, value: (cluster: DemoCluster) => object) =>
    clusters.map(cluster => ({ name: cluster.name, [key]: value(cluster) }));
  return JSON.stringify({
    apiVersion: 'v1',
    kind: 'Config',
    clusters: named('cluster', ({ url, ca }) => ({
      server: url,
      'certificate-authority-data': Buffer.from(ca).toString('base64'),
    })),
    users: named('user', ({ tokens }) => ({ token: tokens.admin })),
    contexts: named('context', ({ name }) => ({ cluster: name, user: name })),
  });
}

/** Reads the events of a stream as they come. */
async function* streamEvents(
  body: ReadableStream<Uint8Array>,
): AsyncGenerator<{ event: string; data: any }> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of body) {
    text += decoder.decode(chunk, { stream: true });
    for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
      const block = text.slice(0, end);
      text = text.slice(end + 2);
      yield {
        event: /^event: (.*)$/m.exec(block)![1],
        data: JSON.parse(/^data: (.*)$/m.exec(block)![1]),
      };
    }
  }
}

describe('fleet plugin', () => {
  let east: DemoCluster;
  let west: DemoCluster;
  let backend: Awaited<ReturnType<typeof startTestBackend>>;
  let base: string;

  beforeAll(async () => {
    east = await startDemoCluster({ name: 'east' });
    west = await startDemoCluster({ name: 'west' });
    backend = await startTestBackend({
      features: [
        fleetPlugin,
        mockServices.rootConfig.factory({
          data: {
            fleet: {
              encryption: { keys: ['k'.repeat(43)] },
              clusters: [
                { type: 'kubeconfig', content: kubeconfigOf(east, west) },
              ],
            },
          },
        }),
      ],
    });
    base = `http://localhost:${backend.server.port()}/api/fleet/v1`;
    await eventually('every cluster is read', async () => {
      const { coverage } = await get('/views/clusters.health');
      return coverage.asked === 2 && coverage.answered === 2;
    });
  });

  afterAll(async () => {
    await backend?.stop();
    await Promise.all([east?.stop(), west?.stop()]);
  });

  async function get(path: string): Promise<any> {
    const response = await fetch(`${base}${path}`);
    expect([path, response.status]).toEqual([path, 200]);
    return response.json();
  }

  async function post(path: string, body: object, headers = {}) {
    const response = await fetch(`${base}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });
    return { status: response.status, body: await response.json() };
  }

  /** Follows a view until what it says satisfies a test. */
  async function follow(
    query: object,
    test: (state: SnapshotEvent) => boolean,
    act: () => unknown = () => undefined,
  ): Promise<SnapshotEvent> {
    const abort = new AbortController();
    try {
      const response = await fetch(`${base}/stream`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ subscriptions: [{ id: 'one', ...query }] }),
        signal: abort.signal,
      });
      expect(response.status).toBe(200);
      let state: SnapshotEvent | undefined;
      for await (const { event, data } of streamEvents(response.body!)) {
        if (event === 'snapshot') {
          const first = state === undefined;
          state = data;
          if (first) await act();
        } else if (event === 'delta') {
          state = applied(state!, data);
        }
        if (state && test(state)) {
          return state;
        }
      }
      throw new Error('The stream ended');
    } finally {
      abort.abort();
    }
  }

  function applied(state: SnapshotEvent, delta: any): SnapshotEvent {
    const key = (row: any) => row.uid ?? row.cluster;
    const rows = new Map(state.rows.map(row => [key(row), row]));
    for (const row of delta.upsert ?? []) rows.set(key(row), row);
    for (const gone of delta.remove ?? []) rows.delete(gone.split('/').pop());
    const { upsert: _, remove: __, order: ___, ...rest } = delta;
    return { ...state, ...rest, rows: [...rows.values()] };
  }

  /** A request to a cluster's own API, as kubectl would make it. */
  async function kubectl(
    cluster: DemoCluster,
    method: string,
    path: string,
    body?: object,
  ) {
    const response = await fetchThrough(`${cluster.url}${path}`, {
      method,
      dispatcher: new Agent({ connect: { ca: cluster.ca } }),
      headers: {
        authorization: `Bearer ${cluster.tokens.admin}`,
        'content-type':
          method === 'PATCH'
            ? 'application/merge-patch+json'
            : 'application/json',
      },
      body: body && JSON.stringify(body),
    });
    const answer: any = await response.json();
    expect([method, path, response.ok, answer.message]).toEqual([
      method,
      path,
      true,
      undefined,
    ]);
    return answer;
  }

  async function eventually(what: string, test: () => Promise<boolean>) {
    const deadline = Date.now() + 20_000;
    while (!(await test())) {
      if (Date.now() > deadline) {
        const { coverage, rows } = await get('/views/clusters.health');
        throw new Error(
          `Not in time: ${what} ${JSON.stringify([coverage, rows])}`,
        );
      }
    }
  }

  it('lists the clusters and says who asks', async () => {
    const { items } = await get('/clusters');
    expect(items).toMatchObject([
      { name: 'east', state: 'healthy', incarnation: expect.any(String) },
      { name: 'west', state: 'healthy' },
    ]);
    expect(await get('/whoami')).toMatchObject({
      user: 'user:default/mock',
      clusters: [
        { name: 'east', clusterScoped: true },
        { name: 'west', clusterScoped: true },
      ],
      actions: ['workload.scale'],
      audit: true,
      admin: true,
    });
  });

  it('counts what the clusters hold', async () => {
    const { summary, rows } = await get('/views/clusters.health');
    const pods = [east, west].map(
      ({ store }) => store.list(store.types.find('', 'v1', 'pods')!).length,
    );
    expect(rows.map((row: any) => row.pods)).toEqual(pods);
    expect(summary).toMatchObject({
      clusters: 2,
      clustersHealthy: 2,
      pods: pods[0] + pods[1],
    });
    expect((await get('/views/pods.list?limit=0')).total).toBe(
      pods[0] + pods[1],
    );
  });

  it('answers with the schemas that its own description promises', async () => {
    const description = await get('/openapi.json');
    await SwaggerParser.validate(structuredClone(description));
    const ajv = new Ajv2020({ strict: false, validateFormats: false });
    const answers = Object.entries<any>(description.paths).flatMap(
      ([path, { get: operation }]) => {
        const schema =
          operation?.responses[200]?.content?.['application/json']?.schema;
        const asks = operation?.parameters?.some(
          (parameter: any) => parameter.in === 'query' && parameter.required,
        );
        return schema && !asks ? [{ path, schema }] : [];
      },
    );
    expect(answers.map(({ path }) => path)).toEqual(
      expect.arrayContaining(['/whoami', '/clusters', '/views/pods.issues']),
    );
    const dashboard = await post('/dashboards', {
      title: 'Described',
      content: { cards: [], stats: [{ block: 'pods' }] },
    });
    expect(dashboard.status).toBe(201);
    for (const { path, schema } of answers) {
      const answer = await get(
        path.replace('{cluster}', 'east').replace('{idOrSlug}', 'described'),
      );
      const validate = ajv.compile(schema);
      validate(answer);
      expect([path, validate.errors]).toEqual([path, null]);
    }
  });

  it.each([
    ['GET', '/views/no.view', 404, "There is no view 'no.view'"],
    ['GET', '/views/pods.list?limit=9999', 400, 'window.limit'],
    ['GET', '/views/pods.list?params={', 400, 'params is not JSON'],
    ['GET', '/views/pods.list?sort=colour', 400, "no order 'colour'"],
    ['GET', '/nothing', 404, 'There is no GET /nothing'],
    ['POST', '/stream', 400, 'subscriptions'],
    ['POST', '/actions/no.action/preview', 404, 'no.action'],
    ['POST', '/actions/workload.scale', 400, 'Idempotency-Key'],
  ])('answers %s %s with %d', async (method, path, status, message) => {
    const response = await fetch(`${base}${path}`, {
      method,
      headers: { 'content-type': 'application/json' },
      body:
        method === 'POST' ? JSON.stringify({ input: {}, uid: 'u' }) : undefined,
    });
    const { error } = await response.json();
    expect([response.status, error.message]).toEqual([
      status,
      expect.stringContaining(message),
    ]);
  });

  it('tells a change in a cluster to a stream', async () => {
    const [node] = east.store.list(east.store.types.find('', 'v1', 'nodes')!);
    const state = await follow(
      { view: 'nodes.list', scope: { clusters: ['east'] } },
      ({ summary }) => summary.cordoned === 1,
      () =>
        kubectl(east, 'PATCH', `/api/v1/nodes/${node.metadata.name}`, {
          spec: { unschedulable: true },
        }),
    );
    expect(
      state.rows.find(row => row.name === node.metadata.name),
    ).toMatchObject({ status: 'Ready,SchedulingDisabled' });
  });

  it('scales a workload: preview, run, audit, and the watch brings it back', async () => {
    const { rows } = await get('/views/deployments.status?clusters=west');
    const [deployment] = rows;
    const replicas = deployment.replicas + 1;
    const input = {
      cluster: 'west',
      namespace: deployment.namespace,
      name: deployment.name,
      replicas,
    };
    const preview = await post('/actions/workload.scale/preview', { input });
    expect(preview).toMatchObject({
      status: 200,
      body: {
        target: { name: deployment.name, uid: deployment.uid },
        changes: [
          {
            path: 'spec.replicas',
            before: deployment.replicas,
            after: replicas,
          },
        ],
      },
    });
    let outcome: any;
    await follow(
      { view: 'deployments.status', scope: { clusters: ['west'] } },
      state =>
        state.rows.some(
          row => row.uid === deployment.uid && row.replicas === replicas,
        ),
      async () => {
        outcome = await post(
          '/actions/workload.scale',
          { input, uid: preview.body.target.uid, reason: 'more load' },
          { 'idempotency-key': 'test-key-1' },
        );
      },
    );
    expect(outcome).toMatchObject({
      status: 200,
      body: {
        status: 'succeeded',
        result: { before: deployment.replicas, after: replicas },
      },
    });
    const { items } = await get('/audit?limit=1');
    expect(items).toMatchObject([
      {
        id: outcome.body.auditId,
        action: 'workload.scale',
        actor: 'user:default/mock',
        channel: 'rest',
        outcome: 'succeeded',
        reason: 'more load',
        target: { cluster: 'west', name: deployment.name },
      },
    ]);
  });

  it('shows a stopped cluster as unreachable with its age, keeps its rows, and heals', async () => {
    const coverages: Coverage[] = [];
    const lastPods: number[] = [];
    const stopped = await follow(
      { view: 'clusters.health' },
      state => {
        coverages.push(state.coverage);
        const row = state.rows.find(({ cluster }) => cluster === 'west');
        if (row?.state === 'unreachable') return true;
        if (row?.pods) lastPods.push(row.pods as number);
        return false;
      },
      () => west.stop(),
    );
    const west2 = stopped.rows.find(row => row.cluster === 'west');
    expect(west2).toMatchObject({
      pods: lastPods.at(-1),
      lastContact: expect.any(Number),
      advice: expect.any(String),
    });
    const { coverage, total } = await get('/views/pods.list?limit=0');
    expect(coverage).toMatchObject({
      asked: 2,
      answered: 1,
      failed: [{ cluster: 'west', lastContact: expect.any(Number) }],
    });
    expect(total).toBe(stopped.summary.pods);

    const healed = await follow(
      { view: 'clusters.health' },
      state =>
        state.coverage.answered === 2 && state.summary.clustersHealthy === 2,
      () => west.start(),
    );
    expect(healed.coverage.failed).toEqual([]);
  });
});
