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

import { ClusterRequestError } from '@quarterdeck/backstage-plugin-fleet-node';
import {
  ClusterRequest,
  ClusterResponse,
} from '../clusters/connection/ClusterConnector';
import { DefaultClusterWriter } from './DefaultClusterWriter';

const PATH = '/api/v1/namespaces/shop/configmaps/rec';
const signal = new AbortController().signal;

function writerOn(
  mode: 'preview' | 'run',
  answer: () => ClusterResponse | Error = () => ({
    status: 200,
    headers: {},
    body: '{"kind":"ConfigMap"}',
  }),
) {
  const requests: ClusterRequest[] = [];
  const writer = new DefaultClusterWriter({
    mode,
    signal,
    connection: {
      cluster: 'east',
      get: async () => {
        throw new Error('Not used here');
      },
      getText: async () => '',
      request: async request => {
        requests.push(request);
        const answered = answer();
        if (answered instanceof Error) {
          throw answered;
        }
        return answered;
      },
    },
  });
  return { writer, requests };
}

const everyWrite: Record<
  string,
  (writer: DefaultClusterWriter, path: string) => Promise<unknown>
> = {
  jsonPatch: (writer, path) => writer.patch(path, [], { type: 'json' }),
  mergePatch: (writer, path) => writer.patch(path, {}, { type: 'merge' }),
  strategicPatch: (writer, path) =>
    writer.patch(path, {}, { type: 'strategic' }),
  create: (writer, path) => writer.create(path, {}),
  update: (writer, path) => writer.update(path, {}),
  delete: (writer, path) =>
    writer.delete(path, { preconditions: { uid: 'u1' } }),
};

describe('DefaultClusterWriter', () => {
  it('sends each write as the API wants it', async () => {
    const { writer, requests } = writerOn('run');
    for (const write of Object.values(everyWrite)) {
      await write(writer, PATH);
    }
    expect(
      requests.map(({ method, query, headers, body }) => [
        method,
        headers?.['content-type'],
        query,
        body,
      ]),
    ).toEqual([
      [
        'PATCH',
        'application/json-patch+json',
        { fieldManager: 'quarterdeck' },
        '[]',
      ],
      [
        'PATCH',
        'application/merge-patch+json',
        { fieldManager: 'quarterdeck' },
        '{}',
      ],
      [
        'PATCH',
        'application/strategic-merge-patch+json',
        { fieldManager: 'quarterdeck' },
        '{}',
      ],
      ['POST', 'application/json', { fieldManager: 'quarterdeck' }, '{}'],
      ['PUT', 'application/json', { fieldManager: 'quarterdeck' }, '{}'],
      [
        'DELETE',
        'application/json',
        {},
        '{"kind":"DeleteOptions","apiVersion":"v1","preconditions":{"uid":"u1"}}',
      ],
    ]);
  });

  it.each(Object.keys(everyWrite))(
    'makes a dry run of %s in a preview',
    async name => {
      const { writer, requests } = writerOn('preview');
      await everyWrite[name](writer, PATH);
      expect(requests.map(({ query }) => query?.dryRun)).toEqual(['All']);
      expect(writer.progress).toBe('none');
    },
  );

  it.each([
    `${PATH}?dryRun=`,
    `${PATH}#`,
    '/api/v1/namespaces/../secrets',
    '/api/v1/namespaces/./x',
    '/api/v1//secrets',
    '/api/v1/namespaces/shop/..',
    'https://elsewhere.example/api/v1/nodes',
    '//elsewhere.example/api/v1/nodes',
    '/api/v1/nodes\r\nx: y',
    '/healthz',
  ])('refuses the path %j', async path => {
    for (const write of Object.values(everyWrite)) {
      const { writer, requests } = writerOn('run');
      await expect(write(writer, path)).rejects.toThrow(TypeError);
      expect(requests).toEqual([]);
    }
  });

  const status = (code: number, message: string) => ({
    status: code,
    headers: {},
    body: JSON.stringify({ kind: 'Status', message, reason: 'R' }),
  });
  const lost = { cluster: 'east', reason: 'timeout' as const };
  it.each([
    {
      answer: { status: 200, headers: {}, body: '{}' },
      progress: 'accepted',
    },
    { answer: status(409, 'conflict'), progress: 'none' },
    { answer: status(429, 'slow down'), progress: 'none' },
    {
      answer: status(
        500,
        'Internal error occurred: failed calling webhook "x"',
      ),
      progress: 'none',
    },
    { answer: status(500, 'etcdserver: request timed out'), progress: 'lost' },
    { answer: status(504, 'timeout'), progress: 'lost' },
    {
      answer: new ClusterRequestError('refused', { ...lost, sent: false }),
      progress: 'none',
    },
    {
      answer: new ClusterRequestError('timeout', { ...lost, sent: true }),
      progress: 'lost',
    },
    { answer: new Error('socket hang up'), progress: 'lost' },
  ])(
    'knows after $answer that it is $progress',
    async ({ answer, progress }) => {
      const { writer } = writerOn('run', () => answer);
      const ended = await writer.update(PATH, {}).then(
        () => 'accepted',
        error => error.name,
      );
      expect(ended).toBe(
        progress === 'accepted' ? 'accepted' : 'ClusterRequestError',
      );
      expect(writer.progress).toBe(progress);
    },
  );

  it('reads warnings', async () => {
    const { writer } = writerOn('run', () => ({
      status: 201,
      headers: {
        warning:
          '299 - "one", 299 - "a \\"b\\", c" "Sat, 21 Nov 2026 00:00:00 GMT"',
      },
      body: '{}',
    }));
    await expect(writer.create('/api/v1/nodes', {})).resolves.toEqual({
      object: {},
      warnings: ['one', 'a "b", c'],
    });
  });
});
