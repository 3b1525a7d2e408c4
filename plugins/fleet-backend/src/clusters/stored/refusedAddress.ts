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

import { ClusterConnectionInput } from '@quarterdeck/backstage-plugin-fleet-common';
import dns from 'node:dns/promises';
import net from 'node:net';
import { isLinkLocal } from '../connection/linkLocal';

const nobodysServer = new net.BlockList();
nobodysServer.addSubnet('0.0.0.0', 8, 'ipv4');
nobodysServer.addSubnet('224.0.0.0', 4, 'ipv4');
nobodysServer.addAddress('::', 'ipv6');
nobodysServer.addSubnet('ff00::', 8, 'ipv6');

const privateNetworks = new net.BlockList();
privateNetworks.addSubnet('10.0.0.0', 8, 'ipv4');
privateNetworks.addSubnet('100.64.0.0', 10, 'ipv4');
privateNetworks.addSubnet('127.0.0.0', 8, 'ipv4');
privateNetworks.addSubnet('172.16.0.0', 12, 'ipv4');
privateNetworks.addSubnet('192.168.0.0', 16, 'ipv4');
privateNetworks.addAddress('::1', 'ipv6');
privateNetworks.addSubnet('fc00::', 7, 'ipv6');

/**
 * Why the backend may not be sent to an address by who may add clusters; undefined when it may. Names that do not resolve are not refused: the test
 * of the connection says so.
 */
export async function refusedAddress(
  connection: ClusterConnectionInput,
  options: { allowPrivateNetworks: boolean },
): Promise<string | undefined> {
  for (const address of [connection.server, connection.proxyUrl]) {
    const refusal = address && (await refusalOf(new URL(address), options));
    if (refusal) {
      return refusal;
    }
  }
  return undefined;
}

async function refusalOf(
  url: URL,
  options: { allowPrivateNetworks: boolean },
): Promise<string | undefined> {
  if (url.username || url.password || url.search || url.hash) {
    return 'The address must be without user name, query and fragment.';
  }
  const host = url.hostname.replace(/^\[|\]$/g, '');
  for (const address of await addressesOf(host)) {
    const family = net.isIPv6(address) ? 'ipv6' : 'ipv4';
    if (isLinkLocal(address) || nobodysServer.check(address, family)) {
      return `The address '${host}' leads to ${address}, where clouds hand out credentials of the machine or no API server can be.`;
    }
    if (
      !options.allowPrivateNetworks &&
      privateNetworks.check(address, family)
    ) {
      return `The address '${host}' leads to ${address} in a private network, which fleet.storedClusters.allowPrivateNetworks refuses.`;
    }
  }
  return undefined;
}

async function addressesOf(host: string): Promise<string[]> {
  if (net.isIP(host)) {
    return [host];
  }
  try {
    const found = await dns.lookup(host, { all: true });
    return found.map(({ address }) => address);
  } catch {
    return [];
  }
}
