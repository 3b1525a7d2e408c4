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

const { join } = require('node:path');
const { RuleTester } = require('eslint');
const rule = require('./onlyActionsWrite');

const root = join(__dirname, '../../../..');
const tester = new RuleTester({
  parser: require.resolve('@typescript-eslint/parser'),
  parserOptions: { ecmaVersion: 2022, sourceType: 'module' },
});

const backend = 'plugins/fleet-backend/src/inventory/x.ts';
const at = (file, code) => ({ code, filename: join(root, file) });
const node = '@quarterdeck/backstage-plugin-fleet-node';
const writes = `import { clusterWriter } from '${node}';\nclusterWriter(cluster).delete('/api');`;

tester.run('only-actions-write', rule, {
  valid: [
    at('plugins/fleet-backend/src/actions/execute.ts', writes),
    at('plugins/fleet-backend/src/clusters/x.test.ts', writes),
    at('packages/demo-fleet/src/x.ts', writes),
    at('bench/src/x.ts', writes),
    at(
      'plugins/fleet-node/src/actions/ActionImplementation.ts',
      'export interface ClusterWriter {} export interface X { writer: ClusterWriter }',
    ),
    at(
      'examples/outside-pack/fleet-backend-module-certificates/src/renew.ts',
      'const execute = ({ writer }) => writer.patch(path, body, { type: "merge" });',
    ),
    at(
      'plugins/fleet-node/src/clusters/ClusterWriter.ts',
      'export interface ClusterWriter {}',
    ),
    at(
      'plugins/fleet-backend/src/clusters/DefaultClusterWriter.ts',
      `import { ClusterWriter } from '${node}'; request(url, { method });`,
    ),
    at(
      'plugins/fleet-node/src/index.ts',
      `export { clusterWriter } from './clusters'; export type { ClusterWriter } from './clusters';`,
    ),
    at(backend, `fetch(url); fetch(url, { method: 'GET', headers });`),
    at(
      'plugins/fleet-backend/src/clusters/connection/Http2Transport.ts',
      `session.request({ ':method': request.method }); transport.send({ method: request.method });`,
    ),
    at(backend, `connection.request({ method: 'GET', path });`),
    at(backend, `review(connector, 'SelfSubjectAccessReview', spec, options);`),
    at(backend, `stream.send('open', { streamId });`),
    at(backend, `session.request({ ':method': 'GET', ':path': path });`),
    at(backend, `const options = { method: 'POST' }; router.post('/x', f);`),
    at(
      backend,
      `import { KubeConfig, type CoreV1Api } from '@kubernetes/client-node';`,
    ),
    at(
      'plugins/fleet/src/x.ts',
      `fetchApi.fetch('/actions', { method: 'POST' });`,
    ),
  ],
  invalid: [
    [backend, writes, ['writer', 'writer']],
    [backend, `import type { ClusterWriter } from '${node}';`, ['writer']],
    [
      backend,
      `import * as fleet from '${node}'; fleet.clusterWriter(cluster);`,
      ['writer'],
    ],
    [
      'plugins/fleet-node/src/index.ts',
      `export { clusterWriter as reader } from './clusters';`,
      ['writer'],
    ],
    [
      'examples/outside-pack/fleet-backend-module-certificates/src/x.ts',
      writes,
      ['writer', 'writer'],
    ],
    [backend, `fetch(url, { method: 'POST' });`, ['method']],
    [backend, `connection.request(request);`, ['method']],
    [backend, `connection.request({ method: 'PATCH', path });`, ['method']],
    [
      'plugins/fleet-backend/src/clusters/access/x.ts',
      `connector.request({ method: 'POST', path: '/apis/authorization.k8s.io/v1/selfsubjectaccessreviews' });`,
      ['method'],
    ],
    [backend, `transport.send({ method, path });`, ['method']],
    [
      'plugins/fleet-backend/src/clusters/connection/x.ts',
      writes,
      ['writer', 'writer'],
    ],
    [backend, `undici.request(url, { method });`, ['method']],
    [backend, `session.request({ ':method': 'DELETE' });`, ['method']],
    [
      'plugins/fleet-node/src/x.ts',
      `http.request(url, { 'method': 'put' });`,
      ['method'],
    ],
    [
      backend,
      `import { CoreV1Api } from '@kubernetes/client-node';`,
      ['client'],
    ],
    [backend, `kubeConfig.makeApiClient(api);`, ['client']],
  ].map(([file, code, messages]) => ({
    ...at(file, code),
    errors: messages.map(messageId => ({ messageId })),
  })),
});
