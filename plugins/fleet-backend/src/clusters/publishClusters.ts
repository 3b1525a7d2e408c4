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

import {
  ClusterAuth,
  ClusterRow,
  clustersResource,
} from '@quarterdeck/backstage-plugin-fleet-common';
import {
  ClusterLogin,
  FleetCluster,
  FleetClustersService,
} from '@quarterdeck/backstage-plugin-fleet-node';
import { Inventory } from '../inventory/Inventory';
import { ClusterDefinition, ClusterEndpoint } from './ClusterDefinition';

/** A probe changes the time of the last contact, which nobody beside us looks at. */
const SETTLE = 250;

/** Logins of these kinds end in a token that others can use too. */
const WITH_TOKEN: ReadonlySet<ClusterAuth> = new Set([
  'token',
  'service-account',
  'exec',
  'auth-provider',
]);

/** Tells the other plugins of this process which clusters there are, again whenever something about them changed. Answers with the end. */
export function publishClusters(options: {
  to: FleetClustersService;
  inventory: Inventory;
  clusters: { readonly definitions: readonly ClusterDefinition[] };
}): () => void {
  const { to, inventory, clusters } = options;
  let timer: NodeJS.Timeout | undefined;
  let published: string | undefined;
  let latest = 0;
  const publish = async () => {
    timer = undefined;
    const turn = ++latest;
    const list = await Promise.all(
      clusters.definitions.flatMap(definition => {
        const row = inventory
          .rows<ClusterRow>(clustersResource.id, definition.name)
          .values()
          .next().value;
        return row ? [fleetCluster(row, definition)] : [];
      }),
    );
    const state = JSON.stringify(
      list.map(({ row: { lastContact, ...row }, login }) => [row, login]),
    );
    if (turn === latest && state !== published) {
      published = state;
      to.publish(list);
    }
  };
  const soon = () => {
    timer ??= setTimeout(() => void publish(), SETTLE);
  };
  const unsubscribe = [
    inventory.onClusters(soon),
    inventory.onRows(({ resource }) => {
      if (resource === clustersResource.id) soon();
    }),
  ];
  return () => {
    latest = Infinity;
    clearTimeout(timer);
    unsubscribe.forEach(end => end());
  };
}

async function fleetCluster(
  row: ClusterRow,
  { endpoint, auth }: ClusterDefinition,
): Promise<FleetCluster> {
  if (!endpoint || !isStraight(endpoint) || !WITH_TOKEN.has(auth)) {
    return { row };
  }
  try {
    const { authority } = await endpoint.credentials.read();
    return { row, login: loginOf(endpoint, authority) };
  } catch {
    // The row says what is wrong with the credential.
    return { row };
  }
}

/** Others know no proxy and no other name in the certificate. */
function isStraight(endpoint: ClusterEndpoint): boolean {
  return (
    !endpoint.proxy &&
    !endpoint.serverName &&
    endpoint.proxiedCluster === undefined
  );
}

function loginOf(
  endpoint: ClusterEndpoint,
  certificateAuthority: string | undefined,
): ClusterLogin {
  return {
    server: endpoint.server.href,
    certificateAuthority,
    insecureSkipTlsVerify: endpoint.insecureSkipTlsVerify,
    token: async () => {
      const { token } = await endpoint.credentials.read();
      if (!token) throw new Error('The login has no token at present');
      return token;
    },
  };
}
