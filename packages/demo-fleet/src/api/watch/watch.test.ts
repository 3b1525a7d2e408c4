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

import { randomUUID } from 'node:crypto';
import type { KubeObject } from '../../store/KubeObject';
import { ObjectStore } from '../../store/ObjectStore';
import { createCertificateAuthority } from '../../tls/CertificateAuthority';
import { ApiServer, startApiServer } from '../startApiServer';
import { ApiTestClient } from '../testing/ApiTestClient';
import { differences } from '../testing/differences';
import { recording, seedStore } from '../testing/recordings';

const ROLLOUTS = ['deployments', 'replicasets', 'pods', 'events'];

describe('watch', () => {
  let store: ObjectStore;
  let server: ApiServer;
  let client: ApiTestClient;

  beforeEach(async () => {
    store = new ObjectStore({ now: () => new Date(), uid: randomUUID });
    const ca = await createCertificateAuthority({ name: 'watch' });
    server = await startApiServer({
      store,
      tls: await ca.issue(['127.0.0.1']),
      name: 'east',
      tokens: { admin: 'admin', viewer: 'viewer', nobody: 'nobody' },
      bookmarkIntervalMs: 20,
    });
    client = new ApiTestClient(server.url, ca.certificate, 'admin');
  });

  afterEach(async () => {
    client.close();
    await server.stop();
  });

  const pods = () => store.types.require('v1', 'Pod');

  function createPod(name: string, labels: Record<string, string> = {}) {
    return store.create(pods(), {
      metadata: { name, namespace: 'shop', labels },
      spec: { containers: [] },
    });
  }

  function summary(lines: string[]): string[] {
    return lines.map(line => {
      const { type, object } = JSON.parse(line);
      return `${type} ${object.metadata?.name ?? object.message ?? ''}`.trim();
    });
  }

  it.each(ROLLOUTS)(
    'tells the %s of a recorded rollout event by event',
    async plural => {
      seedStore(store);
      const { request, stream = [] } = recording(`watch/rollout-${plural}`);
      const events = stream
        .map(({ line }) => JSON.parse(line))
        .filter(({ type }) => type !== 'BOOKMARK');
      const type = store.types.byKind(
        events[0].object.apiVersion,
        events[0].object.kind,
      )!;
      const seen = new Set<string>();
      for (const { type: change, object } of events) {
        const { namespace, name } = object.metadata;
        const present = store.get(type, namespace, name);
        if (seen.has(name)) continue;
        seen.add(name);
        if (present) {
          store.delete(type, namespace, name, { gracePeriodSeconds: 0 });
        }
        if (change !== 'ADDED') {
          store.create(type, { ...object, status: { replicas: -1 } });
        }
      }
      const path = request.path.replace(
        /resourceVersion=\d+&timeoutSeconds=\d+/,
        `resourceVersion=${store.resourceVersion}`,
      );
      const answer = await client.watch(
        { path: path.replace('allowWatchBookmarks=true&', '') },
        lines => lines.length === events.length,
        () => events.forEach(event => play(event)),
      );
      expect(
        differences(
          events,
          answer.lines.map(line => JSON.parse(line)),
        ),
      ).toEqual([]);

      function play({
        type: change,
        object,
      }: {
        type: string;
        object: KubeObject;
      }) {
        const { namespace, name } = object.metadata;
        if (change === 'ADDED') {
          store.create(type, object);
          return;
        }
        const current = store.get(type, namespace, name)!;
        const { deletionTimestamp } = object.metadata;
        if (deletionTimestamp && !current.metadata.deletionTimestamp) {
          store.delete(type, namespace, name);
        } else if (change === 'DELETED') {
          store.delete(type, namespace, name, { gracePeriodSeconds: 0 });
        } else {
          const isBound = object.spec?.nodeName && !current.spec?.nodeName;
          store.update(type, object, isBound ? { subresource: 'binding' } : {});
        }
      }
    },
  );

  it('shows an object that enters or leaves the selector as added or deleted', async () => {
    const pod = createPod('a', { app: 'web' });
    createPod('b', { app: 'api' });
    const answer = await client.watch(
      { path: '/api/v1/namespaces/shop/pods?watch=1&labelSelector=app%3Dweb' },
      lines => lines.length === 3,
      () => {
        const relabel = (app: string) => {
          const current = store.get(pods(), 'shop', 'a')!;
          store.update(pods(), {
            ...current,
            metadata: { ...current.metadata, labels: { app } },
          });
        };
        relabel('api');
        relabel('web');
      },
    );
    expect(summary(answer.lines)).toEqual(['ADDED a', 'DELETED a', 'ADDED a']);
    const gone = JSON.parse(answer.lines[1]).object;
    expect(gone.metadata.labels).toEqual({ app: 'web' });
    expect(Number(gone.metadata.resourceVersion)).toBeGreaterThan(
      Number(pod.metadata.resourceVersion),
    );
  });

  it('resumes after a version, and refuses one that is forgotten', async () => {
    createPod('a');
    const { resourceVersion } = store;
    createPod('b');
    const path = `/api/v1/pods?watch=1&resourceVersion=${resourceVersion}`;
    const resumed = await client.watch({ path }, lines => lines.length === 1);
    store.history.compact(Number(store.resourceVersion));
    const refused = await client.watch({ path });
    expect(summary(resumed.lines)).toEqual(['ADDED b']);
    expect(summary(refused.lines)).toEqual([
      `ERROR too old resource version: ${resourceVersion} (${store.resourceVersion})`,
    ]);
  });

  it('forgets changes beyond its window, and says so', async () => {
    const small = new ObjectStore({
      now: () => new Date(),
      uid: randomUUID,
      historySize: 10,
    });
    const type = small.types.require('v1', 'ConfigMap');
    for (let index = 0; index < 20; index += 1) {
      small.create(type, { metadata: { name: `c${index}`, namespace: 'a' } });
    }
    const oldest = small.history.oldest(type);
    expect(oldest).toBeGreaterThan(1);
    expect(small.history.since(type, oldest)).toHaveLength(
      Number(small.resourceVersion) - oldest,
    );
  });

  it('tells the version in bookmarks while nothing happens', async () => {
    createPod('a');
    const answer = await client.watch(
      {
        path: `/api/v1/pods?watch=1&allowWatchBookmarks=true&resourceVersion=${store.resourceVersion}`,
      },
      lines => lines.length === 2,
    );
    const bookmark = {
      type: 'BOOKMARK',
      object: {
        kind: 'Pod',
        apiVersion: 'v1',
        metadata: { resourceVersion: store.resourceVersion },
        spec: { containers: null },
        status: {},
      },
    };
    expect(answer.lines.map(line => JSON.parse(line))).toEqual([
      bookmark,
      bookmark,
    ]);
  });

  it('cuts open watches when the server stops, and comes back with its objects', async () => {
    createPod('a');
    const { url } = server;
    const watch = client.watch(
      { path: '/api/v1/pods?watch=1' },
      undefined,
      () => server.stop(),
    );
    await expect(watch).rejects.toThrow();
    await expect(client.get('/version')).rejects.toThrow();
    await server.start();
    const answer = await client.get('/api/v1/pods');
    expect(server.url).toBe(url);
    expect(answer.body.items.map((each: any) => each.metadata.name)).toEqual([
      'a',
    ]);
  });

  it('gives every watcher the same bytes, encoded once', async () => {
    const stringify = jest.spyOn(JSON, 'stringify');
    const path = '/api/v1/pods?watch=1&resourceVersion=1';
    let open = 0;
    const watches = Array.from({ length: 8 }, () =>
      client.watch(
        { path },
        lines => lines.length === 1,
        () => {
          open += 1;
          if (open === 8) createPod('marked-pod');
        },
      ),
    );
    const lines = (await Promise.all(watches)).map(each => each.lines[0]);
    const encodings = stringify.mock.results.filter(({ value }) =>
      String(value).includes('marked-pod'),
    );
    stringify.mockRestore();
    expect(new Set(lines).size).toBe(1);
    expect(encodings).toHaveLength(1);
  });
});
