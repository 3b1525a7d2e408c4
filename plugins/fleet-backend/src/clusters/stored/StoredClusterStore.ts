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

import { DatabaseService } from '@backstage/backend-plugin-api';
import { ConflictError, InputError, NotFoundError } from '@backstage/errors';
import {
  StoredCluster,
  StoredClusterChange,
  storedClusterChangeSchema,
  StoredClusterInput,
  storedClusterInputSchema,
  StoredCredential,
  storedCredentialSchema,
} from '@quarterdeck/backstage-plugin-fleet-common';
import { Knex } from 'knex';
import { CredentialCipher } from './CredentialCipher';

const TABLE = 'stored_clusters';

interface RawDbStoredClusterRow {
  name: string;
  title: string;
  labels: string;
  connection: string;
  auth: string;
  credential: string;
  created_by: string;
  created_at: number | string;
  changed_at: number | string;
}

/** A stored cluster with its credential, which is absent when none of the keys decrypts it. */
export interface UsableStoredCluster {
  readonly cluster: StoredCluster;
  readonly credential?: StoredCredential;
}

/** The clusters that administrators added in the portal. Credentials are encrypted before they reach the database. */
export class StoredClusterStore {
  readonly #database: Knex;
  readonly #cipher: CredentialCipher;
  readonly #clock: () => number;

  /** The tables of the plugin must be there already. */
  static async create(options: {
    database: DatabaseService;
    cipher: CredentialCipher;
    clock: () => number;
  }): Promise<StoredClusterStore> {
    const { database, cipher, clock } = options;
    return new StoredClusterStore(await database.getClient(), cipher, clock);
  }

  private constructor(
    database: Knex,
    cipher: CredentialCipher,
    clock: () => number,
  ) {
    this.#database = database;
    this.#cipher = cipher;
    this.#clock = clock;
  }

  async list(): Promise<StoredCluster[]> {
    const rows = await this.#rows().orderBy('name');
    return rows.map(toStoredCluster);
  }

  /** With credentials: for connecting, never for answers. */
  async usable(): Promise<UsableStoredCluster[]> {
    const rows = await this.#rows().orderBy('name');
    return rows.map(row => ({
      cluster: toStoredCluster(row),
      credential: this.#credential(row),
    }));
  }

  /** @throws NotFoundError when there is none of the name. */
  async get(name: string): Promise<UsableStoredCluster> {
    const row = await this.#row(name);
    return { cluster: toStoredCluster(row), credential: this.#credential(row) };
  }

  /** @throws ConflictError when the name is taken. */
  async add(input: StoredClusterInput, createdBy: string): Promise<void> {
    const { name, title, labels, connection, credential } =
      storedClusterInputSchema.parse(input);
    const now = this.#clock();
    const added = await this.#rows()
      .insert({
        name,
        title: title ?? name,
        labels: JSON.stringify(labels),
        connection: JSON.stringify(connection),
        auth: credential.type,
        credential: this.#cipher.encrypt(name, JSON.stringify(credential)),
        created_by: createdBy,
        created_at: now,
        changed_at: now,
      })
      .onConflict('name')
      .ignore()
      .returning('name');
    if (added.length === 0) {
      throw new ConflictError(`There is a cluster '${name}' already`);
    }
  }

  /**
   * @throws NotFoundError when there is none of the name, InputError when the stored credential would be sent to another server.
   */
  async change(name: string, change: StoredClusterChange): Promise<void> {
    const { title, labels, connection, credential } =
      storedClusterChangeSchema.parse(change);
    await this.#database.transaction(async transaction => {
      const row = await this.#row(name, transaction);
      if (!credential && leadsElsewhere(toStoredCluster(row), connection)) {
        throw new InputError(
          'The address, its proxy, or what the server is trusted by has changed: enter the credential again, so that it is not sent to somebody else.',
        );
      }
      await this.#rows(transaction)
        .where({ name })
        .update({
          title: title ?? name,
          labels: JSON.stringify(labels),
          connection: JSON.stringify(connection),
          changed_at: this.#clock(),
          ...(credential && {
            auth: credential.type,
            credential: this.#cipher.encrypt(name, JSON.stringify(credential)),
          }),
        });
    });
  }

  /** @throws NotFoundError when there is none of the name. */
  async remove(name: string): Promise<void> {
    if ((await this.#rows().where({ name }).delete()) === 0) {
      throw missing(name);
    }
  }

  #rows(database: Knex = this.#database) {
    return database<RawDbStoredClusterRow>(TABLE);
  }

  async #row(name: string, database?: Knex): Promise<RawDbStoredClusterRow> {
    const row = await this.#rows(database).where({ name }).first();
    if (!row) {
      throw missing(name);
    }
    return row;
  }

  #credential(row: RawDbStoredClusterRow): StoredCredential | undefined {
    const decrypted = this.#cipher.decrypt(row.name, row.credential);
    return decrypted === undefined
      ? undefined
      : storedCredentialSchema.parse(JSON.parse(decrypted));
  }
}

/** Whether a credential that was entered for one connection would reach somebody else by another. */
export function leadsElsewhere(
  { connection }: StoredCluster,
  other: StoredCluster['connection'],
): boolean {
  const identity = (each: StoredCluster['connection']) =>
    JSON.stringify([
      new URL(each.server).href,
      each.certificateAuthority?.trim() ?? '',
      each.tlsServerName ?? '',
      each.proxyUrl ?? '',
    ]);
  return identity(connection) !== identity(other);
}

function missing(name: string): NotFoundError {
  return new NotFoundError(`There is no stored cluster '${name}'`);
}

function toStoredCluster(row: RawDbStoredClusterRow): StoredCluster {
  return {
    name: row.name,
    title: row.title,
    labels: JSON.parse(row.labels),
    connection: JSON.parse(row.connection),
    auth: row.auth as StoredCluster['auth'],
    createdBy: row.created_by,
    createdAt: Number(row.created_at),
    changedAt: Number(row.changed_at),
  };
}
