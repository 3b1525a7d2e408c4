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

import { redactObject } from './redactObject';
import { MASK } from './secretTexts';

const CANARY = 'canary-5f1e9c';
const encoded = Buffer.from(CANARY).toString('base64');
const KEY = `-----BEGIN RSA PRIVATE KEY-----\n${CANARY}\n-----END RSA PRIVATE KEY-----`;
const JWT = `eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.${CANARY}`;

function podTemplate(env: object[], rest: object = {}) {
  const container = { name: 'app', image: 'app:1', env, ...rest };
  return {
    spec: {
      containers: [container],
      initContainers: [container],
      ephemeralContainers: [container],
    },
  };
}

describe('redactObject', () => {
  it.each<[string, object]>([
    [
      'data and stringData of a Secret',
      {
        kind: 'Secret',
        data: { user: encoded },
        stringData: { anything: CANARY },
      },
    ],
    [
      'what kubectl apply keeps of a Secret',
      {
        kind: 'Secret',
        metadata: {
          annotations: {
            'kubectl.kubernetes.io/last-applied-configuration': JSON.stringify({
              kind: 'Secret',
              stringData: { user: CANARY },
            }),
          },
        },
      },
    ],
    [
      'an annotation that repeats the data of its Secret',
      {
        kind: 'Secret',
        metadata: { annotations: { note: `it is ${CANARY}!` } },
        data: { user: encoded },
      },
    ],
    [
      'a Secret inside another object',
      {
        kind: 'Bundle',
        spec: { objects: [{ kind: 'Secret', data: { a: encoded } }] },
      },
    ],
    [
      'variables of every list of containers',
      { kind: 'Pod', ...podTemplate([{ name: 'DB_PASSWORD', value: CANARY }]) },
    ],
    [
      'variables of a CronJob',
      {
        kind: 'CronJob',
        spec: {
          jobTemplate: {
            spec: {
              template: podTemplate([{ name: 'apiKey', value: CANARY }]),
            },
          },
        },
      },
    ],
    [
      'flags with a value',
      {
        kind: 'Pod',
        ...podTemplate([], { args: [`--db-password=${CANARY}`] }),
      },
    ],
    [
      'flags before a value',
      {
        kind: 'Pod',
        ...podTemplate([], { command: ['run', '--token', CANARY] }),
      },
    ],
    [
      'flags in a line of a shell',
      {
        kind: 'Pod',
        ...podTemplate([], { args: ['-c', `run --secret ${CANARY} && wait`] }),
      },
    ],
    [
      'a password in a URL',
      {
        kind: 'Pod',
        ...podTemplate([
          { name: 'DB', value: `postgres://app:${CANARY}@db/x` },
        ]),
      },
    ],
    [
      'a private key in a ConfigMap',
      { kind: 'ConfigMap', data: { 'a.pem': KEY } },
    ],
    [
      'an encoded private key',
      {
        kind: 'ConfigMap',
        binaryData: { pem: Buffer.from(KEY).toString('base64') },
      },
    ],
    ['a token in a ConfigMap', { kind: 'ConfigMap', data: { a: `x ${JWT}` } }],
    [
      'a kubeconfig in a ConfigMap',
      {
        kind: 'ConfigMap',
        data: {
          config: `kind: Config\nusers:\n- name: a\n  user:\n    token: ${CANARY}\n    client-key-data: ${encoded}\n`,
        },
      },
    ],
    [
      'logins of a registry',
      {
        kind: 'ConfigMap',
        data: {
          'config.json': JSON.stringify({
            auths: { 'registry.test': { auth: encoded, password: CANARY } },
          }),
        },
      },
    ],
    [
      'properties in a file',
      {
        kind: 'ConfigMap',
        data: { f: `a=1\nspring.datasource.password=${CANARY}` },
      },
    ],
    [
      'fields of a custom resource',
      {
        kind: 'Database',
        spec: {
          admin: { password: CANARY, connectionString: CANARY },
          tokens: [CANARY],
        },
      },
    ],
    ['an HTTP header', { kind: 'Probe', spec: { header: `Bearer ${CANARY}` } }],
    [
      'annotations by name',
      { kind: 'Pod', metadata: { annotations: { 'a.test/token': CANARY } } },
    ],
    [
      'managed fields',
      { kind: 'Pod', metadata: { managedFields: [{ manager: CANARY }] } },
    ],
  ])('hides %s', (_, object) => {
    const text = JSON.stringify(redactObject(object).object);
    expect(text).not.toContain(CANARY);
    expect(text).not.toContain(encoded);
  });

  it('names what it masked, and why', () => {
    expect(
      redactObject({
        kind: 'Secret',
        metadata: { name: 's', annotations: { 'a.test/x': '{"token":"abc"}' } },
        data: { password: encoded },
      }),
    ).toEqual({
      object: {
        kind: 'Secret',
        metadata: {
          name: 's',
          annotations: { 'a.test/x': `{"token":"${MASK}"}` },
        },
        data: { password: MASK },
      },
      masked: [
        {
          path: '.metadata.annotations["a.test/x"].token',
          reason: 'its name says it is secret',
        },
        { path: '.data.password', reason: 'data of a Secret' },
      ],
    });
  });

  it('leaves alone what only speaks of secrets', () => {
    const object = {
      kind: 'Deployment',
      metadata: { name: 'token-service', labels: { app: 'vault' } },
      spec: {
        template: {
          spec: {
            automountServiceAccountToken: false,
            imagePullSecrets: [{ name: 'registry' }],
            containers: [
              {
                name: 'app',
                args: ['--token-file=/var/run/token', '--port', '80'],
                env: [
                  { name: 'PASSWORD_FILE', value: '/run/password' },
                  {
                    name: 'SECRET',
                    valueFrom: { secretKeyRef: { name: 'a', key: 'b' } },
                  },
                ],
              },
            ],
            volumes: [
              { name: 'v', secret: { secretName: 'tls' } },
              {
                name: 'p',
                projected: {
                  sources: [{ serviceAccountToken: { expirationSeconds: 10 } }],
                },
              },
            ],
          },
        },
      },
      webhooks: [
        { clientConfig: { caBundle: 'LS0tLS1CRUdJTiBDRVJUSUZJQ0FURS0tLS0t' } },
      ],
      status: { conditions: [{ type: 'Ready', message: 'secret: not found' }] },
    };
    expect(redactObject(object)).toEqual({ object, masked: [] });
  });

  it.each([
    ['letters', 'a'.repeat(600_000)],
    ['halves of tokens', 'eyJaaaaaaaa-'.repeat(50_000)],
    ['blanks', `${' '.repeat(600_000)}!`],
    ['names', 'a.'.repeat(300_000)],
    ['quotes', '"a="'.repeat(150_000)],
  ])('bears %s without end', (_, text) => {
    const began = performance.now();
    redactObject({ kind: 'ConfigMap', data: { text } });
    expect(performance.now() - began).toBeLessThan(2_000);
  });
});
