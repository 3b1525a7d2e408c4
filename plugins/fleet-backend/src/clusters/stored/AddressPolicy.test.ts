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

import { systemClock } from '../../inventory/scheduling/Clock';
import { DefaultClusterConnector } from '../connection/DefaultClusterConnector';
import { AddressPolicy } from './AddressPolicy';
import { storedEndpoint } from './storedDefinition';

describe('AddressPolicy', () => {
  const open = new AddressPolicy({ allowPrivateNetworks: true });
  const strict = new AddressPolicy({ allowPrivateNetworks: false });

  it.each([
    ['169.254.169.254', 'link-local'],
    // The same, as addresses may be written too.
    ['2852039166', 'link-local'],
    ['0xa9.0xfe.0xa9.0xfe', 'link-local'],
    ['[::ffff:169.254.169.254]', 'link-local'],
    ['[::ffff:a9fe:a9fe]', 'link-local'],
    ['[fe80::1]', 'link-local'],
    ['[fd00:ec2::254]', 'link-local'],
    ['100.100.100.200', 'metadata'],
    ['168.63.129.16', 'metadata'],
    ['0.0.0.0', 'reserved'],
    ['[::]', 'reserved'],
    ['224.0.0.1', 'reserved'],
    ['255.255.255.255', 'reserved'],
    ['[ff02::1]', 'reserved'],
  ])('never allows %s', async (host, kind) => {
    const server = `https://${host}:6443`;
    for (const policy of [open, strict]) {
      expect(policy.refusalOf({ server })).toContain(kind);
      expect(await policy.currentRefusalOf({ server })).toContain(kind);
      const proxied = {
        server: 'https://192.0.2.1',
        proxyUrl: `http://${host}:3128`,
      };
      expect(policy.refusalOf(proxied)).toContain(kind);
      expect(await policy.currentRefusalOf(proxied)).toContain(kind);
    }
  });

  it.each([
    '10.1.2.3',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '100.64.0.1',
    '127.0.0.1',
    '[::1]',
    '[fd12:3456::1]',
    '[::ffff:10.1.2.3]',
    'localhost',
  ])('allows %s unless private networks are refused', async host => {
    const server = `https://${host}:6443`;
    expect(await open.currentRefusalOf({ server })).toBeUndefined();
    expect(await strict.currentRefusalOf({ server })).toContain(
      'fleet.storedClusters.allowPrivateNetworks',
    );
  });

  it.each(['192.0.2.1', '172.32.0.1', '[2001:db8::1]', 'nowhere.invalid'])(
    'allows %s',
    async host => {
      const server = `https://${host}:6443`;
      expect(strict.refusalOf({ server })).toBeUndefined();
      expect(await strict.currentRefusalOf({ server })).toBeUndefined();
    },
  );

  it.each(['https://a:b@192.0.2.1', 'https://192.0.2.1/?a=b'])(
    'allows no more than an address: %s',
    async server => {
      expect(await open.currentRefusalOf({ server })).toContain('without');
    },
  );

  it('refuses at the connect too, where a name may lead elsewhere than before', async () => {
    const connector = new DefaultClusterConnector({
      cluster: 'east',
      endpoint: storedEndpoint(
        { server: 'https://localhost:1' },
        { type: 'token', token: 'any' },
        strict,
      ),
      clock: systemClock,
      userAgent: 'test',
    });
    const { signal } = new AbortController();
    await expect(connector.connect(signal)).rejects.toThrow(
      /localhost resolves to the private (127\.0\.0\.1|::1)/,
    );
    connector.close();
  });
});
