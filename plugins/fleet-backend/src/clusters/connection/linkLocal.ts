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

import dns from 'node:dns';
import net from 'node:net';

const blocked = new net.BlockList();
blocked.addSubnet('169.254.0.0', 16, 'ipv4');
blocked.addSubnet('fe80::', 10, 'ipv6');
blocked.addAddress('fd00:ec2::254', 'ipv6');

/** Whether an address is one of those under which clouds answer with credentials of the machine. No API server lives there. */
export function isLinkLocal(address: string): boolean {
  const family = net.isIP(address);
  return family !== 0 && blocked.check(address, family === 6 ? 'ipv6' : 'ipv4');
}

/**
 * Resolves as usual and refuses addresses at every connect, so that a name cannot change its mind.
 *
 * @param refusalOf - in words what an address is that is refused; undefined when it is not
 */
export function refusingLookup(
  refusalOf: (address: string) => string | undefined,
): net.LookupFunction {
  return (hostname, options, callback) => {
    dns.lookup(hostname, { ...options, all: true }, (error, addresses) => {
      if (error) {
        callback(error, '', 0);
        return;
      }
      const refused = addresses.find(({ address }) => refusalOf(address));
      if (refused) {
        const { address } = refused;
        callback(
          new Error(
            `${hostname} resolves to the ${refusalOf(address)} ${address}`,
          ),
          '',
          0,
        );
      } else if (options.all) {
        callback(null, addresses);
      } else {
        callback(null, addresses[0].address, addresses[0].family);
      }
    });
  };
}

/** Refuses link-local addresses. */
export const guardedLookup = refusingLookup(address =>
  isLinkLocal(address) ? 'link-local' : undefined,
);
