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

import { RootConfigService } from '@backstage/backend-plugin-api';
import { ClusterConnectionInput } from '@quarterdeck/backstage-plugin-fleet-common';
import dns from 'node:dns/promises';
import net from 'node:net';
import { isLinkLocal, refusingLookup } from '../connection/linkLocal';

const RESOLVE_TIMEOUT = 5_000;

const reserved = new net.BlockList();
reserved.addSubnet('0.0.0.0', 8, 'ipv4');
reserved.addSubnet('224.0.0.0', 3, 'ipv4');
reserved.addAddress('::', 'ipv6');
reserved.addSubnet('ff00::', 8, 'ipv6');

/** Outside of the link-local networks, clouds hand out credentials of the machine here: Alibaba, Oracle and Azure. */
const cloudMetadata = new net.BlockList();
cloudMetadata.addAddress('100.100.100.200', 'ipv4');
cloudMetadata.addAddress('192.0.0.192', 'ipv4');
cloudMetadata.addAddress('168.63.129.16', 'ipv4');

const privateNetworks = new net.BlockList();
privateNetworks.addSubnet('10.0.0.0', 8, 'ipv4');
privateNetworks.addSubnet('100.64.0.0', 10, 'ipv4');
privateNetworks.addSubnet('127.0.0.0', 8, 'ipv4');
privateNetworks.addSubnet('172.16.0.0', 12, 'ipv4');
privateNetworks.addSubnet('192.168.0.0', 16, 'ipv4');
privateNetworks.addAddress('::1', 'ipv6');
privateNetworks.addSubnet('fc00::', 7, 'ipv6');

/** Where the backend may be sent by who may add clusters. */
export class AddressPolicy {
  readonly #allowPrivateNetworks: boolean;
  /** Refuses at every connect too, so that a name cannot change its mind after it was looked at. */
  readonly lookup = refusingLookup(address => this.#kindOf(address));

  static fromConfig(config: RootConfigService): AddressPolicy {
    return new AddressPolicy({
      allowPrivateNetworks:
        config.getOptionalBoolean(
          'fleet.storedClusters.allowPrivateNetworks',
        ) ?? true,
    });
  }

  constructor(options: { allowPrivateNetworks: boolean }) {
    this.#allowPrivateNetworks = options.allowPrivateNetworks;
  }

  /** Why a connection is refused, as far as can be told without resolving names; undefined when it is not. */
  refusalOf(connection: ClusterConnectionInput): string | undefined {
    return first(urlsOf(connection), url =>
      net.isIP(hostOf(url))
        ? this.#refusal(hostOf(url), hostOf(url))
        : loginIn(url),
    );
  }

  /** Why a connection is refused at present. A name that does not resolve is not: it leads nowhere. */
  async currentRefusalOf(
    connection: ClusterConnectionInput,
  ): Promise<string | undefined> {
    const hosts = urlsOf(connection).map(hostOf);
    const addresses = await Promise.all(hosts.map(addressesOf));
    return (
      first(urlsOf(connection), loginIn) ??
      first(hosts, (host, index) =>
        first(addresses[index], address => this.#refusal(host, address)),
      )
    );
  }

  #refusal(host: string, address: string): string | undefined {
    const kind = this.#kindOf(address);
    const what = host === address ? host : `${host} leads to ${address}, which`;
    return (
      kind &&
      `${what} is a ${kind} address, where the backend may not be sent.${
        kind === 'private'
          ? ' fleet.storedClusters.allowPrivateNetworks allows it.'
          : ''
      }`
    );
  }

  #kindOf(address: string): string | undefined {
    const family = net.isIPv6(address) ? 'ipv6' : 'ipv4';
    if (isLinkLocal(address)) return 'link-local';
    if (cloudMetadata.check(address, family)) return 'metadata';
    if (reserved.check(address, family)) return 'reserved';
    return !this.#allowPrivateNetworks && privateNetworks.check(address, family)
      ? 'private'
      : undefined;
  }
}

function urlsOf({ server, proxyUrl }: ClusterConnectionInput): URL[] {
  return [server, proxyUrl]
    .filter(address => address !== undefined)
    .map(address => new URL(address));
}

function hostOf(url: URL): string {
  return url.hostname.replace(/^\[|\]$/g, '');
}

/** Addresses are shown to others and logged. */
function loginIn(url: URL): string | undefined {
  return url.username || url.password || url.search || url.hash
    ? 'An address must be without user name, password, query and fragment.'
    : undefined;
}

async function addressesOf(host: string): Promise<string[]> {
  if (net.isIP(host)) {
    return [host];
  }
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<string[]>(resolve => {
    timer = setTimeout(() => resolve([]), RESOLVE_TIMEOUT);
  });
  const found = dns.lookup(host, { all: true }).then(
    all => all.map(({ address }) => address),
    () => [],
  );
  try {
    return await Promise.race([found, late]);
  } finally {
    clearTimeout(timer);
  }
}

function first<TItem, TFound>(
  list: readonly TItem[],
  find: (item: TItem, index: number) => TFound | undefined,
): TFound | undefined {
  for (const [index, item] of list.entries()) {
    const found = find(item, index);
    if (found !== undefined) return found;
  }
  return undefined;
}
