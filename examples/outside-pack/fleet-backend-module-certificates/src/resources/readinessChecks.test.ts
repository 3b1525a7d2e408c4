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

import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { mockServices } from '@backstage/backend-test-utils';
import {
  ClusterConnection,
  ClusterRequestError,
} from '@quarterdeck/backstage-plugin-fleet-node';
import { readinessChecks } from './readinessChecks';

/** Recorded from a kube-apiserver 1.36: `GET /readyz?verbose`, status 200. */
const recorded = readFileSync(
  resolve(__dirname, '__fixtures__/readyz-kube-1.36.txt'),
  'utf8',
);

/** Polls a cluster whose API server answers with this text. */
function pollWith(text: string) {
  const getText = jest.fn<Promise<string>, unknown[]>(async () => text);
  const connection: ClusterConnection = {
    cluster: 'east',
    get: async () => {
      throw new Error('Only texts are read');
    },
    getText,
  };
  const { signal } = new AbortController();
  const logger = mockServices.logger.mock();
  const rows = readinessChecks.poll({
    connection,
    signal,
    logger,
    intern: text_ => text_,
  });
  return { rows, getText, signal };
}

const check = (name: string, result: { passed: boolean; detail?: string }) => ({
  uid: name,
  cluster: 'east',
  namespace: '',
  name,
  ...result,
});

describe('readinessChecks', () => {
  it('is polled every half minute with five seconds to answer', async () => {
    expect(readinessChecks).toMatchObject({ interval: 30_000, timeout: 5_000 });
    const { rows, getText, signal } = pollWith(recorded);
    await rows;
    expect(getText.mock.calls).toEqual([
      [
        '/readyz',
        { query: { verbose: true }, anyStatus: true, timeout: 5_000, signal },
      ],
    ]);
  });

  it('makes a row of each check that a real API server names', async () => {
    const rows = await pollWith(recorded).rows;
    expect(rows).toHaveLength(36);
    expect(rows.every(({ passed }) => passed)).toBe(true);
    expect(rows[0]).toEqual(check('ping', { passed: true }));
    expect(rows[35]).toEqual(check('shutdown', { passed: true }));
    expect(new Set(rows.map(({ uid }) => uid)).size).toBe(36);
  });

  it('tells the checks that failed and those that were left out', async () => {
    const text = [
      '[+]ping ok',
      '[-]etcd failed: reason withheld',
      '[+]informer-sync excluded: ok',
      'warn: some health checks cannot be excluded: no matches for "x"',
      'readyz check failed',
      '',
    ].join('\n');
    expect(await pollWith(text).rows).toEqual([
      check('ping', { passed: true }),
      check('etcd', { passed: false, detail: 'reason withheld' }),
      check('informer-sync', { passed: true }),
    ]);
  });

  const refusals: [string, string, Partial<ClusterRequestError>][] = [
    [
      'a refused credential',
      JSON.stringify({ kind: 'Status', code: 401, message: 'Unauthorized' }),
      { reason: 'auth', status: 401, message: 'Unauthorized' },
    ],
    [
      'a missing right',
      JSON.stringify({ kind: 'Status', code: 403, message: 'forbidden: no' }),
      { reason: 'forbidden', status: 403, message: 'forbidden: no' },
    ],
    [
      'an answer of something else',
      '<html>Bad gateway</html>',
      {
        reason: 'degraded',
        status: undefined,
        message: 'The answer to /readyz?verbose names no checks',
      },
    ],
  ];
  it.each(refusals)('fails on %s', async (_, text, error) => {
    await expect(pollWith(text).rows).rejects.toMatchObject({
      name: 'ClusterRequestError',
      cluster: 'east',
      ...error,
    });
  });
});
