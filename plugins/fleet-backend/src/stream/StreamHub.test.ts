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

import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import {
  AuthorizeResult,
  DefinitivePolicyDecision,
} from '@backstage/plugin-permission-common';
import {
  EventRow,
  eventsResource,
  namespacesResource,
  StreamRequest,
  streamRequestSchema,
} from '@quarterdeck/backstage-plugin-fleet-common';
import {
  clusterPermissionResource,
  clusterRules,
  createNamespaceConditionalDecision,
  namespaceConditions,
  namespaceRules,
} from '@quarterdeck/backstage-plugin-fleet-node';
import { createServer, Server } from 'node:http';
import { AddressInfo } from 'node:net';
import { NamespaceDirectory } from '../permissions/NamespaceDirectory';
import { ViewerResolver } from '../permissions/ViewerResolver';
import { MemoryInventory } from '../testing/MemoryInventory';
import { coreViews } from '../views/core/coreViews';
import { ViewEngine } from '../views/ViewEngine';
import { StreamHub } from './StreamHub';

interface SseEvent {
  id?: string;
  event: string;
  data: any;
}

/** Reads a stream event by event; stops reading while nobody asks. */
class Reader {
  readonly #body: ReadableStreamDefaultReader<Uint8Array>;
  readonly #decoder = new TextDecoder();
  #text = '';
  readonly abort: AbortController;

  constructor(response: Response, abort: AbortController) {
    this.#body = response.body!.getReader();
    this.abort = abort;
  }

  async next(): Promise<SseEvent> {
    for (;;) {
      const end = this.#text.indexOf('\n\n');
      if (end >= 0) {
        const block = this.#text.slice(0, end);
        this.#text = this.#text.slice(end + 2);
        const fields = Object.fromEntries(
          block.split('\n').map(line => {
            const colon = line.indexOf(': ');
            return [line.slice(0, colon), line.slice(colon + 2)];
          }),
        );
        return {
          id: fields.id,
          event: fields.event,
          data: JSON.parse(fields.data),
        };
      }
      const { done, value } = await this.#body.read();
      if (done) throw new Error('The stream ended');
      this.#text += this.#decoder.decode(value, { stream: true });
    }
  }

  async until(event: string): Promise<SseEvent> {
    for (;;) {
      const next = await this.next();
      if (next.event === event) return next;
    }
  }
}

function eventRow(uid: string, options: Partial<EventRow> = {}): EventRow {
  return {
    uid,
    cluster: 'a',
    namespace: 'shop',
    name: uid,
    type: 'Normal',
    reason: 'Started',
    message: 'Started container',
    objectKind: 'Pod',
    objectName: uid,
    source: 'kubelet',
    count: 1,
    first: 0,
    last: 0,
    ...options,
  };
}

const everything: DefinitivePolicyDecision = { result: AuthorizeResult.ALLOW };

jest.setTimeout(20_000);

describe('StreamHub', () => {
  let server: Server;
  let hub: StreamHub;
  let inventory: MemoryInventory;
  let decision: any;
  let url: string;
  const readers: Reader[] = [];

  beforeEach(async () => {
    inventory = new MemoryInventory(['a']);
    const directory = new NamespaceDirectory(inventory);
    for (const name of ['shop', 'data']) {
      inventory.put(namespacesResource.id, {
        ...eventRow(name, { namespace: name }),
        phase: 'Active',
        labels: {},
        created: 0,
      } as any);
    }
    decision = everything;
    const permissions = mockServices.permissions.mock({
      authorizeConditional: async requests =>
        requests.map(({ permission }) =>
          permission.name === 'fleet.cluster.read' ? everything : decision,
        ),
    });
    const registry = mockServices.permissionsRegistry.mock({
      getPermissionRuleset: (ref: any) => ({
        getRuleByName: (name: string) =>
          (ref === clusterPermissionResource
            ? clusterRules
            : namespaceRules
          ).find((rule: any) => rule.name === name) as any,
      }),
    });
    const resolver = new ViewerResolver({
      auth: mockServices.auth(),
      permissions,
      permissionsRegistry: registry,
      directory,
      // What was decided stays in the cache for good: a stream that runs asks anew all the same.
      now: () => 0,
    });
    hub = new StreamHub({
      engine: new ViewEngine({ inventory, directory, views: coreViews }),
      resolver,
      logger: mockServices.logger.mock(),
      timings: { coalesce: 1, heartbeat: 200, reauthorise: 50 },
    });
    const credentials = mockCredentials.user();
    server = createServer(async (req, res) => {
      const chunks: Buffer[] = [];
      for await (const chunk of req) chunks.push(chunk);
      const request = streamRequestSchema.parse(
        JSON.parse(Buffer.concat(chunks).toString()),
      );
      const stream = /^\/stream\/(.+)$/.exec(req.url!)?.[1];
      if (stream) {
        await hub.change({ streamId: stream, credentials, request }).then(
          () => res.writeHead(204).end(),
          error => res.writeHead(404).end(String(error)),
        );
      } else {
        await hub.open({
          credentials,
          expiresAt: undefined,
          request,
          response: res,
        });
      }
    });
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });

  afterEach(async () => {
    hub.stop();
    readers.splice(0).forEach(reader => reader.abort.abort());
    await new Promise(resolve => server.close(resolve));
  });

  async function open(
    request: Omit<Partial<StreamRequest>, 'subscriptions'> & {
      subscriptions: object[];
    },
  ): Promise<Reader> {
    const abort = new AbortController();
    const response = await fetch(url, {
      method: 'POST',
      body: JSON.stringify(request),
      signal: abort.signal,
    });
    expect(response.headers.get('content-type')).toBe(
      'text/event-stream; charset=utf-8',
    );
    expect(response.headers.get('cache-control')).toBe(
      'no-cache, no-transform',
    );
    const reader = new Reader(response, abort);
    readers.push(reader);
    return reader;
  }

  const events = { id: 'events', view: 'events.recent' };

  it('opens with a snapshot and goes on with what changes, encoded once for all', async () => {
    inventory.put(eventsResource.id, eventRow('1'));
    const one = await open({ subscriptions: [events] });
    const two = await open({ subscriptions: [{ ...events, id: 'mine' }] });
    expect((await one.next()).event).toBe('open');
    const subscribed = await one.next();
    expect(subscribed).toMatchObject({
      event: 'subscribed',
      data: { id: 'events', resumed: false },
    });
    const snapshot = await one.next();
    expect(snapshot).toMatchObject({
      event: 'snapshot',
      data: {
        channel: subscribed.data.channel,
        version: 1,
        rows: [{ uid: '1' }],
        total: 1,
        summary: { warnings: 0, normal: 1 },
        coverage: { asked: 1, answered: 1, failed: [] },
      },
    });
    await two.until('snapshot');

    inventory.put(
      eventsResource.id,
      eventRow('2', { type: 'Warning', last: 5 }),
    );
    const delta = await one.until('delta');
    expect(delta.data).toEqual({
      channel: subscribed.data.channel,
      version: 2,
      upsert: [eventRow('2', { type: 'Warning', last: 5 })],
      order: ['a/2', 'a/1'],
      total: 2,
      summary: { warnings: 1, normal: 1 },
    });
    expect(await two.until('delta')).toEqual(delta);

    inventory.remove(eventsResource.id, 'a', '2');
    expect((await one.until('delta')).data).toEqual({
      channel: subscribed.data.channel,
      version: 3,
      remove: ['a/2'],
      order: ['a/1'],
      total: 1,
      summary: { warnings: 0, normal: 1 },
    });
  });

  it('tells the age of the data by heartbeat', async () => {
    const reader = await open({ subscriptions: [events] });
    const { data } = await reader.until('subscribed');
    const heartbeat = await reader.until('heartbeat');
    expect(heartbeat.data.asOf).toEqual({ [data.channel]: 1000 });
    expect(typeof heartbeat.data.now).toBe('number');
  });

  it('refuses one wrong subscription and serves the others', async () => {
    const reader = await open({
      subscriptions: [{ id: 'bad', view: 'no.view' }, events],
    });
    expect((await reader.until('subscription-error')).data).toEqual({
      id: 'bad',
      error: { name: 'NotFoundError', message: "There is no view 'no.view'" },
    });
    expect((await reader.until('subscribed')).data.id).toBe('events');
  });

  it.each(['Last-Event-ID', 'held versions'])(
    'resumes by %s with only what was missed',
    async way => {
      inventory.put(eventsResource.id, eventRow('1'));
      const before = await open({ subscriptions: [events] });
      const { data: subscribed } = await before.until('subscribed');
      const snapshot = await before.until('snapshot');
      before.abort.abort();
      inventory.put(eventsResource.id, eventRow('2', { last: 5 }));

      const after = await open({
        subscriptions: [events],
        ...(way === 'Last-Event-ID'
          ? { lastEventId: snapshot.id }
          : {
              held: {
                events: {
                  channel: subscribed.channel,
                  version: snapshot.data.version,
                },
              },
            }),
      });
      expect((await after.until('subscribed')).data).toEqual({
        id: 'events',
        channel: subscribed.channel,
        resumed: true,
      });
      expect((await after.until('delta')).data).toMatchObject({
        version: 2,
        upsert: [{ uid: '2' }],
      });
    },
  );

  it.each([
    ['another epoch', { lastEventId: '00000000:1' }],
    ['an id that is none', { lastEventId: 'x' }],
    ['an unknown channel', { held: { events: { channel: 'z', version: 1 } } }],
    ['nothing held', { held: {} }],
  ])('begins with a snapshot after %s', async (_, request) => {
    inventory.put(eventsResource.id, eventRow('1'));
    const reader = await open({ subscriptions: [events], ...request });
    expect((await reader.until('subscribed')).data.resumed).toBe(false);
    expect((await reader.until('snapshot')).data.rows).toHaveLength(1);
  });

  it('changes what a stream carries without beginning anew', async () => {
    const reader = await open({ subscriptions: [events] });
    const { streamId } = (await reader.next()).data;
    const { data: first } = await reader.until('subscribed');
    await reader.until('snapshot');
    const change = (request: object) =>
      fetch(`${url}/stream/${streamId}`, {
        method: 'PUT',
        body: JSON.stringify(request),
      });
    const response = await change({
      subscriptions: [events, { id: 'pods', view: 'pods.list' }],
      held: { events: { channel: first.channel, version: 1 } },
    });
    expect(response.status).toBe(204);
    expect((await reader.until('subscribed')).data.id).toBe('pods');
    await reader.until('snapshot');

    await change({ subscriptions: [{ id: 'pods', view: 'pods.list' }] });
    await reader.until('subscribed');
    inventory.put(eventsResource.id, eventRow('1'));
    inventory.put('pods', {
      ...eventRow('p'),
      status: 'Running',
      phase: 'Running',
      node: '',
      restarts: 0,
    } as any);
    expect((await reader.until('delta')).data.upsert[0].uid).toBe('p');

    expect(
      (
        await fetch(`${url}/stream/none`, {
          method: 'PUT',
          body: JSON.stringify({ subscriptions: [] }),
        })
      ).status,
    ).toBe(404);
  });

  it('takes away what a person may no longer see, while the stream runs', async () => {
    inventory.put(
      eventsResource.id,
      eventRow('1'),
      eventRow('2', { namespace: 'data' }),
    );
    const reader = await open({ subscriptions: [events] });
    expect((await reader.until('snapshot')).data.rows).toHaveLength(2);
    decision = createNamespaceConditionalDecision(
      { resourceType: 'fleet-namespace' } as any,
      namespaceConditions.named({ names: ['data'] }),
    );
    const { data } = await reader.until('snapshot');
    expect(data.rows.map((row: EventRow) => row.uid)).toEqual(['2']);
    expect(data.coverage.limited).toEqual({
      visibleNamespaces: 1,
      namespaces: 2,
    });
    decision = { result: AuthorizeResult.DENY };
    expect((await reader.until('snapshot')).data.rows).toEqual([]);
  });

  it('gives a reader that fell behind the newest state instead of a growing queue', async () => {
    const large = 'x'.repeat(4000);
    const rows = (round: number) =>
      Array.from({ length: 400 }, (_, i) =>
        eventRow(`${i}`, { message: `${round} ${large}` }),
      );
    inventory.put(eventsResource.id, ...rows(0));
    const reader = await open({
      subscriptions: [{ ...events, window: { limit: 400 } }],
    });
    const { version } = (await reader.until('snapshot')).data;
    const keen = await open({
      subscriptions: [{ ...events, window: { limit: 400 } }],
    });
    await keen.until('snapshot');
    for (let round = 1; round <= 40; round++) {
      inventory.put(eventsResource.id, ...rows(round));
      await keen.until('delta');
    }
    let event = await reader.next();
    let deltas = 0;
    while (event.event !== 'snapshot') {
      if (event.event === 'delta') deltas += 1;
      event = await reader.next();
    }
    expect(deltas).toBeLessThan(40);
    expect(event.data.version).toBe(version + 40);
    expect(event.data.rows[0].message.slice(0, 3)).toBe('40 ');
  });

  it('says goodbye when the backend stops', async () => {
    const reader = await open({ subscriptions: [] });
    await reader.next();
    hub.stop();
    expect((await reader.until('end')).data).toEqual({ reason: 'shutdown' });
  });
});
