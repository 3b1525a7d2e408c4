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

import { needsCredentialAgain } from './credentialPath';

const given = {
  server: 'https://api.example',
  certificateAuthority: 'PEM\n',
  tlsServerName: 'api',
  proxyUrl: 'http://proxy.example:3128',
  namespaces: ['a'],
};

describe('needsCredentialAgain', () => {
  it.each([
    ['nothing changed', {}],
    [
      'the address is spelled otherwise',
      { server: 'https://API.example:443/' },
    ],
    [
      'only white space of the authority changed',
      { certificateAuthority: 'PEM' },
    ],
    ['only the namespaces changed', { namespaces: ['b'] }],
  ])('is false when %s', (_, change) => {
    expect(needsCredentialAgain(given, { ...given, ...change })).toBe(false);
  });

  it.each([
    ['server', { server: 'https://other.example' }],
    ['server, to what is no address yet', { server: 'https:' }],
    ['authority', { certificateAuthority: undefined }],
    ['name in the certificate', { tlsServerName: 'other' }],
    ['proxy', { proxyUrl: undefined }],
  ])('is true with another %s', (_, change) => {
    expect(needsCredentialAgain(given, { ...given, ...change })).toBe(true);
  });
});
