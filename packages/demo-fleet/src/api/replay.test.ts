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
import { ObjectStore } from '../store/ObjectStore';
import {
  CertificateAuthority,
  createCertificateAuthority,
  TlsIdentity,
} from '../tls/CertificateAuthority';
import { ApiServer, startApiServer } from './startApiServer';
import { ApiTestClient } from './testing/ApiTestClient';
import { CompareOptions, differences } from './testing/differences';
import {
  Recording,
  recording,
  recordings,
  replacePods,
  seedStore,
} from './testing/recordings';

/** The time of the pods' table, from which its ages count. */
const NOW = new Date('2026-11-20T23:58:35Z');

/** Ownership is listed by time: this write came after the controller's. */
const LATER: Record<string, Date> = {
  rolling: new Date('2026-11-20T23:58:52Z'),
};

const DEV = {
  username: 'dev',
  uid: 'u-dev',
  groups: ['demo:devs', 'system:authenticated'],
};

/** Writes that build upon each other, in the order in which they were recorded. */
const SEQUENCES: Record<string, string[]> = {
  'a config map': [
    'write/create',
    'write/get',
    'errors/409-already-exists',
    'write/update',
    'errors/409-conflict',
    'write/merge-patch',
    'write/json-patch',
    'write/json-patch-test-fails',
    'errors/415',
    'write/apply-patch',
    'errors/apply-conflict',
    'write/dry-run',
    'write/delete-precondition-fails',
    'write/delete',
  ],
  scaling: ['scale/get', 'scale/patch'],
  rolling: ['scale/strategic-restart', 'write/set-image'],
  'a list in pages': ['paging/page-1', 'paging/page-2'],
  cordon: ['node/cordon', 'node/uncordon'],
  eviction: ['eviction/dry-run', 'eviction/429-pdb', 'eviction/ok'],
};

const LOGS = 'lines are simulated: see logs.test.ts';
const ROLLOUT = 'driven through the store in watch.test.ts';

const NOT_REPLAYED: Record<string, string> = {
  'logs/follow': LOGS,
  'logs/tail': LOGS,
  'watch/rollout-deployments': ROLLOUT,
  'watch/rollout-events': ROLLOUT,
  'watch/rollout-pods': ROLLOUT,
  'watch/rollout-replicasets': ROLLOUT,
  'discovery/openapi-v3-index': 'compared as a subset in discovery.test.ts',
  'discovery/apis': 'compared as a subset in discovery.test.ts',
  'discovery/api-v1': 'compared as a subset in discovery.test.ts',
  'discovery/apps-v1': 'compared as a subset in discovery.test.ts',
  'discovery/api-aggregated': 'compared as a subset in discovery.test.ts',
  'discovery/apis-aggregated': 'compared as a subset in discovery.test.ts',
};

/** What was different in the cluster when an exchange was recorded. */
const PREPARE: Record<string, (store: ObjectStore) => void> = {
  scaling: store => {
    const type = store.types.require('apps/v1', 'Deployment');
    const web = store.get(type, 'shop', 'web')!;
    const { spec, status } = web;
    store.update(type, {
      ...web,
      spec: { ...spec, replicas: 3 },
      status: { ...status, replicas: 3 },
    });
  },
  'authz/impersonate': store => {
    const [pod] = recording('authz/impersonate').body.items;
    const metadata = { ...pod.metadata, name: 'zzz', uid: undefined };
    replacePods(store, [pod, { ...pod, metadata }]);
  },
  streams: store =>
    replacePods(
      store,
      recording('watch/partial-metadata').stream!.map(({ line }) => ({
        metadata: JSON.parse(line).object.metadata,
        spec: { containers: [] },
      })) as any,
    ),
};

/** Tables were recorded later than lists: cells only have to be of their types. */
function optionsFor({ name }: Recording): CompareOptions {
  return /^(table|watch)\//.test(name) ? { volatile: ['cells'] } : {};
}

const inSequence = new Set(Object.values(SEQUENCES).flat());
const all = recordings();
const plain = all.filter(
  ({ name, stream }) => !stream && !inSequence.has(name) && !NOT_REPLAYED[name],
);
const streams = all.filter(({ name, stream }) => stream && !NOT_REPLAYED[name]);

describe('replay of recorded exchanges', () => {
  let ca: CertificateAuthority;
  let tls: TlsIdentity;
  let server: ApiServer;
  let client: ApiTestClient;
  let store: ObjectStore;
  let now: Date;

  function prepare(name: string): void {
    now = LATER[name] ?? NOW;
    PREPARE[name]?.(store);
    store.history.compact(Number(store.resourceVersion));
  }

  beforeAll(async () => {
    ca = await createCertificateAuthority({ name: 'replay' });
    tls = await ca.issue(['127.0.0.1', 'localhost']);
  });

  beforeEach(async () => {
    now = NOW;
    store = new ObjectStore({ now: () => now, uid: randomUUID });
    seedStore(store);
    server = await startApiServer({
      store,
      tls,
      name: 'east',
      tokens: {
        admin: '<east>',
        viewer: '<east-viewer>',
        nobody: '<east-nobody>',
      },
      identities: new Map([['<east-dev>', DEV]]),
    });
    client = new ApiTestClient(server.url, ca.certificate);
  });

  afterEach(async () => {
    client.close();
    await server.stop();
  });

  it.each(plain.map(each => [each.name, each] as const))(
    'answers %s as recorded',
    async (name, recorded) => {
      prepare(name);
      expect(await replay(recorded, new Map())).toEqual(expected(recorded));
    },
  );

  it.each(Object.entries(SEQUENCES))(
    'answers the exchanges about %s as recorded',
    async (title, names) => {
      prepare(title);
      const known = new Map<string, string>();
      for (const name of names) {
        const recorded = recording(name);
        expect(await replay(recorded, known)).toEqual(expected(recorded));
      }
    },
  );

  it('streams every recorded watch as recorded', async () => {
    prepare('streams');
    const results = await Promise.all(
      streams.map(async recorded => {
        const answer = await client.watch(recorded.request);
        return {
          name: recorded.name,
          status: answer.status,
          headers: sameHeaders(recorded, answer.headers),
          differences: differences(
            (recorded.stream ?? []).map(({ line }) => JSON.parse(line)),
            answer.lines.map(line => JSON.parse(line)),
            optionsFor(recorded),
          ),
        };
      }),
    );
    expect(results).toEqual(streams.map(expected));
  }, 20_000);

  it('knows each recording that it does not replay', () => {
    const names = all.map(({ name }) => name);
    expect(
      Object.keys(NOT_REPLAYED).filter(name => !names.includes(name)),
    ).toEqual([]);
    expect(names.length - Object.keys(NOT_REPLAYED).length).toBe(
      plain.length + streams.length + inSequence.size,
    );
  });

  async function replay(recorded: Recording, known: Map<string, string>) {
    const { request } = recorded;
    const answer = await client.send({
      ...request,
      path: translate(request.path, known),
      body: JSON.parse(translate(JSON.stringify(request.body), known)),
    });
    learn(recorded.body, answer.body, known);
    return {
      name: recorded.name,
      status: answer.status,
      headers: sameHeaders(recorded, answer.headers),
      differences: differences(
        comparable(recorded.name, recorded.body, answer.body),
        comparable(recorded.name, answer.body, recorded.body),
        optionsFor(recorded),
      ),
    };
  }
});

function expected(recorded: Recording) {
  return {
    name: recorded.name,
    status: recorded.status,
    headers: sameHeaders(recorded, recorded.headers),
    differences: [],
  };
}

/** The headers that were recorded, but for the framing. */
function sameHeaders(recorded: Recording, headers: Record<string, any>) {
  return Object.keys(recorded.headers)
    .filter(name => name !== 'transfer-encoding')
    .map(name => `${name}: ${headers[name]}`);
}

/** Uids and versions of our objects in place of the recorded ones. */
function translate(text: string, known: Map<string, string>): string {
  return [...known].reduce(
    (result, [old, ours]) =>
      result
        .replaceAll(`"${old}"`, `"${ours}"`)
        .replaceAll(`continue=${old}`, `continue=${ours}`),
    text,
  );
}

function learn(recorded: any, actual: any, known: Map<string, string>): void {
  for (const field of ['uid', 'resourceVersion', 'continue']) {
    const old = recorded?.metadata?.[field];
    const ours = actual?.metadata?.[field];
    if (old && ours) known.set(old, ours);
  }
}

/** Later tables have rows of objects that the lists do not show yet. */
function comparable(name: string, body: any, other: any): any {
  if (!name.startsWith('table/')) return body;
  const count = Math.min(body.rows.length, other.rows.length);
  return { ...body, rows: body.rows.slice(0, count) };
}
