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

import { ClusterDefinition } from '../ClusterDefinition';
import { StaticCredentials } from '../credentials/ClusterCredentials';
import {
  clusterStanding,
  ClusterStandingInput,
  Failure,
} from './clusterStanding';

const definition: ClusterDefinition = {
  name: 'c',
  title: 'c',
  aliases: [],
  labels: {},
  demo: false,
  source: 'stored',
  auth: 'token',
};
const up: ClusterStandingInput = {
  definition,
  reach: 'up',
  failure: undefined,
  failedKinds: new Map(),
  kinds: 2,
};
const forbidden: Failure = {
  reason: 'forbidden',
  message: 'may not list pods',
};
const slow: Failure = { reason: 'timeout', message: 'nodes took too long' };

describe('clusterStanding', () => {
  it.each<[string, Partial<ClusterStandingInput>, object]>([
    [
      'connecting until the first answer',
      { reach: 'connecting' },
      { state: 'connecting' },
    ],
    ['healthy', {}, { state: 'healthy' }],
    [
      'invalid, whatever else',
      {
        definition: { ...definition, problem: { message: 'm', advice: 'a' } },
        reach: 'connecting',
      },
      { state: 'invalid', reason: 'invalid', message: 'm', advice: 'a' },
    ],
    [
      'unreachable with the reason',
      { reach: 'down', failure: { reason: 'refused', message: 'm' } },
      {
        state: 'unreachable',
        reason: 'refused',
        message: 'm',
        advice: expect.stringContaining('heals by itself'),
      },
    ],
    [
      'without the address of a proxy that stands before the cluster',
      {
        definition: {
          ...definition,
          source: 'kubernetes-proxy',
          endpoint: {
            server: new URL('http://portal.example/api/kubernetes/proxy'),
            proxiedCluster: 'c',
            insecureSkipTlsVerify: false,
            credentials: new StaticCredentials({}),
          },
        },
        reach: 'down',
        failure: { reason: 'refused', message: 'm' },
      },
      {
        state: 'unreachable',
        reason: 'refused',
        message: 'm',
        advice: expect.not.stringContaining('portal.example'),
      },
    ],
    [
      'denied when the credential is refused',
      { reach: 'down', failure: { reason: 'auth', message: 'm' } },
      {
        state: 'denied',
        reason: 'auth',
        message: 'm',
        advice:
          'Renew the token or certificate of this cluster in the connected clusters of the portal; it is used at once.',
      },
    ],
    [
      'unreachable with the advice that came with the failure',
      {
        reach: 'down',
        failure: { reason: 'certificate', message: 'm', advice: 'mend it' },
      },
      {
        state: 'unreachable',
        reason: 'certificate',
        message: 'm',
        advice: 'mend it',
      },
    ],
    [
      'degraded by one kind, in its words',
      { failedKinds: new Map([['nodes', slow]]) },
      {
        state: 'degraded',
        reason: 'timeout',
        message: 'nodes took too long',
        advice: expect.any(String),
      },
    ],
    [
      'degraded by several kinds, naming them',
      {
        failedKinds: new Map([
          ['pods', forbidden],
          ['nodes', slow],
        ]),
      },
      {
        state: 'degraded',
        reason: 'forbidden',
        message: '2 kinds cannot be read (pods, nodes): may not list pods',
        advice: expect.any(String),
      },
    ],
    [
      'denied when no kind may be read',
      {
        failedKinds: new Map([
          ['pods', forbidden],
          ['nodes', forbidden],
        ]),
      },
      {
        state: 'denied',
        reason: 'forbidden',
        message: '2 kinds cannot be read (pods, nodes): may not list pods',
        advice: expect.any(String),
      },
    ],
  ])('is %s', (_, input, standing) => {
    expect(clusterStanding({ ...up, ...input })).toEqual(standing);
  });
});
