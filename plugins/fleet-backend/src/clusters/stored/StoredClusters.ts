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
  ConflictError,
  InputError,
  NotImplementedError,
} from '@backstage/errors';
import {
  ClusterConnectionInput,
  ClusterRow,
  clustersResource,
  ConnectionTest,
  ConnectionTestInput,
  StoredCluster,
  StoredClusterChange,
  StoredClusterInput,
  StoredCredential,
  needsCredentialAgain,
} from '@quarterdeck/backstage-plugin-fleet-common';
import { createHash } from 'node:crypto';
import { Inventory } from '../../inventory/Inventory';
import { Clock } from '../../inventory/scheduling/Clock';
import { placeOf } from '../health/adviceFor';
import { AddressPolicy } from './AddressPolicy';
import {
  ChangeAttempt,
  ChangeRecorder,
  StoredClusterCaller,
} from './ChangeRecorder';
import { checkStoredInput } from './checkStoredInput';
import { StoredClusterSource } from './StoredClusterSource';
import { StoredClusterStore } from './StoredClusterStore';
import { testConnection } from './testConnection';

/** What administrators can do with the clusters that they add in the portal. No answer, log or record ever holds a credential. */
export class StoredClusters {
  readonly source: StoredClusterSource;
  readonly #store: StoredClusterStore;
  readonly #addresses: AddressPolicy;
  readonly #inventory: Inventory;
  readonly #recorder: ChangeRecorder;
  readonly #clock: Clock;

  constructor(options: {
    source: StoredClusterSource;
    store: StoredClusterStore;
    addresses: AddressPolicy;
    inventory: Inventory;
    recorder: ChangeRecorder;
    clock: Clock;
  }) {
    this.source = options.source;
    this.#store = options.store;
    this.#addresses = options.addresses;
    this.#inventory = options.inventory;
    this.#recorder = options.recorder;
    this.#clock = options.clock;
  }

  /** @throws NotImplementedError when no key is configured, as all methods do */
  async list(): Promise<StoredCluster[]> {
    this.#expectKey();
    return this.#store.list();
  }

  async add(
    input: StoredClusterInput,
    caller: StoredClusterCaller,
  ): Promise<StoredCluster> {
    const { name, connection, credential } = input;
    this.#expectKey();
    checkStoredInput(connection, credential);
    const added = await this.#recorder.record(
      { change: 'add', name, caller, input: toRecord(input) },
      async () => {
        const other = this.#configured(row => row.name === name);
        if (other) {
          throw new ConflictError(
            `There is a cluster '${name}' already, from ${placeOf(other.source)}`,
          );
        }
        await this.#refuse(connection);
        await this.#expectOnce(name, connection);
        return this.#store.add(input, caller.ref);
      },
      after => ({ after: toRecord(after) }),
    );
    await this.source.refresh();
    return added;
  }

  async change(
    name: string,
    change: StoredClusterChange,
    caller: StoredClusterCaller,
  ): Promise<StoredCluster> {
    const { connection, credential } = change;
    this.#expectKey();
    checkStoredInput(connection, credential);
    const { after } = await this.#recorder.record(
      { change: 'change', name, caller, input: toRecord(change) },
      async () => {
        await this.#refuse(connection);
        const { cluster } = await this.#store.get(name);
        if (hrefOf(cluster.connection) !== hrefOf(connection)) {
          await this.#expectOnce(name, connection);
        }
        return this.#store.change(name, change);
      },
      done => ({
        before: toRecord(done.before),
        after: toRecord(done.after),
      }),
    );
    await this.source.refresh();
    return after;
  }

  async remove(name: string, caller: StoredClusterCaller): Promise<void> {
    this.#expectKey();
    await this.#recorder.record(
      { change: 'remove', name, caller, input: {} },
      () => this.#store.remove(name),
      before => ({ before: toRecord(before) }),
    );
    await this.source.refresh();
  }

  async test(
    input: ConnectionTestInput,
    caller: StoredClusterCaller,
    signal: AbortSignal,
  ): Promise<ConnectionTest> {
    this.#expectKey();
    const { connection, name } = input;
    checkStoredInput(connection, input.credential);
    const { server } = connection;
    const called = name ?? new URL(server).host;
    return this.#recorder.tell({ name: called, server, caller }, async () => {
      await this.#refuse(connection);
      return testConnection({
        name: called,
        connection,
        credential: input.credential ?? (await this.#stored(name, connection)),
        addresses: this.#addresses,
        clock: this.#clock,
        signal,
        clusterOf: incarnation =>
          this.#find(
            row => row.incarnation === incarnation && row.name !== name,
          )?.name,
      });
    });
  }

  /** Records an attempt of somebody who may not. */
  async deny(attempt: ChangeAttempt, refusal: Error): Promise<void> {
    await this.#recorder.deny(attempt, refusal);
  }

  #expectKey(): void {
    if (!this.#store.on) {
      throw new NotImplementedError(
        "Clusters cannot be added in this portal, because there is no key to encrypt their credentials with: set fleet.encryption.keys in its configuration, e.g. to one key made with 'openssl rand -base64 32'.",
      );
    }
  }

  async #refuse(connection: ClusterConnectionInput): Promise<void> {
    const refusal = await this.#addresses.currentRefusalOf(connection);
    if (refusal) {
      throw new InputError(refusal);
    }
  }

  /** A second cluster at the same address would be no more than another name of the first, and its credential would not be used. */
  async #expectOnce(
    name: string,
    connection: ClusterConnectionInput,
  ): Promise<void> {
    const server = hrefOf(connection);
    const configured = this.#configured(row => row.server === server);
    const stored = (await this.#store.list()).find(
      each => each.name !== name && hrefOf(each.connection) === server,
    );
    const other = configured ?? stored;
    if (other) {
      throw new InputError(
        `This server is connected already as '${other.name}', from ${placeOf(
          configured?.source ?? 'stored',
        )}.`,
      );
    }
  }

  async #stored(
    name: string | undefined,
    connection: ClusterConnectionInput,
  ): Promise<StoredCredential> {
    if (name === undefined) {
      throw new InputError('Wrong body: credential: is missing');
    }
    const stored = await this.#store.get(name);
    if (
      !('credential' in stored) ||
      needsCredentialAgain(stored.cluster.connection, connection)
    ) {
      throw new InputError(
        'Enter the credential again: the stored one was given for another connection, or cannot be decrypted.',
      );
    }
    return stored.credential;
  }

  #configured(test: (row: ClusterRow) => boolean): ClusterRow | undefined {
    return this.#find(row => row.source !== 'stored' && test(row));
  }

  #find(test: (row: ClusterRow) => boolean): ClusterRow | undefined {
    for (const cluster of this.#inventory.clusters()) {
      const rows = this.#inventory.rows<ClusterRow>(
        clustersResource.id,
        cluster,
      );
      for (const row of rows.values()) {
        if (test(row)) return row;
      }
    }
    return undefined;
  }
}

function hrefOf({ server }: ClusterConnectionInput): string {
  return new URL(server).href;
}

/** What may be written down. */
function toRecord(
  input: StoredClusterChange | StoredClusterInput | StoredCluster,
): Record<string, unknown> {
  const { title, labels, connection } = input;
  const { certificateAuthority, ...rest } = connection;
  return {
    ...(title !== undefined && { title }),
    labels: labels ?? {},
    ...rest,
    ...(certificateAuthority !== undefined && {
      certificateAuthority: `sha256:${createHash('sha256')
        .update(certificateAuthority.trim())
        .digest('hex')}`,
    }),
    ...('auth' in input && { auth: input.auth }),
    ...('credential' in input && { newCredential: input.credential?.type }),
  };
}
