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
  needsCredentialAgain,
  pathOfCredential,
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
  key_id: string;
  created_by: string;
  created_at: number | string;
  changed_at: number | string;
}

/** Why a credential cannot be decrypted: its key is not configured, or somebody changed the row in the database. */
export type Locked = 'key' | 'row';

/** A stored cluster as it can be connected: with its credential, or with the reason why that cannot be had. */
export type UsableStoredCluster =
  | { readonly cluster: StoredCluster; readonly credential: StoredCredential }
  | { readonly cluster: StoredCluster; readonly locked: Locked };

/** The clusters that administrators added in the portal. Credentials are encrypted before they reach the database. */
export class StoredClusterStore {
  readonly #database: Knex;
  readonly #cipher: CredentialCipher | undefined;
  readonly #clock: () => number;

  /** The tables of the plugin must be there already. */
  static async create(options: {
    database: DatabaseService;
    /** Without one the credentials of what is there stay locked, and nothing can be added. */
    cipher: CredentialCipher | undefined;
    clock: () => number;
  }): Promise<StoredClusterStore> {
    const { database, cipher, clock } = options;
    return new StoredClusterStore(await database.getClient(), cipher, clock);
  }

  private constructor(
    database: Knex,
    cipher: CredentialCipher | undefined,
    clock: () => number,
  ) {
    this.#database = database;
    this.#cipher = cipher;
    this.#clock = clock;
  }

  /** Whether credentials can be encrypted. */
  get on(): boolean {
    return this.#cipher !== undefined;
  }

  async list(): Promise<StoredCluster[]> {
    const rows = await this.#rows().orderBy('name');
    return rows.map(toStoredCluster);
  }

  /** With credentials: for connecting, never for answers. */
  async usable(): Promise<UsableStoredCluster[]> {
    const rows = await this.#rows().orderBy('name');
    return rows.map(row => this.#unlock(row));
  }

  /** @throws NotFoundError when there is none of the name. */
  async get(name: string): Promise<UsableStoredCluster> {
    return this.#unlock(await this.#row(name));
  }

  /** @throws ConflictError when the name is taken. */
  async add(
    input: StoredClusterInput,
    createdBy: string,
  ): Promise<StoredCluster> {
    const { name, title, labels, connection, credential } =
      storedClusterInputSchema.parse(input);
    const now = this.#clock();
    const row: RawDbStoredClusterRow = {
      name,
      title: title ?? name,
      labels: JSON.stringify(labels),
      connection: JSON.stringify(connection),
      created_by: createdBy,
      created_at: now,
      changed_at: now,
      ...this.#seal(name, connection, credential),
    };
    const added = await this.#rows()
      .insert(row)
      .onConflict('name')
      .ignore()
      .returning('name');
    if (added.length === 0) {
      throw new ConflictError(`There is a stored cluster '${name}' already`);
    }
    return toStoredCluster(row);
  }

  /**
   * @throws NotFoundError when there is none of the name, InputError when the stored credential would be sent elsewhere.
   */
  async change(
    name: string,
    change: StoredClusterChange,
  ): Promise<{ before: StoredCluster; after: StoredCluster }> {
    const { title, labels, connection, credential } =
      storedClusterChangeSchema.parse(change);
    return this.#database.transaction(async transaction => {
      const row = await this.#row(name, transaction);
      const before = toStoredCluster(row);
      if (!credential && needsCredentialAgain(before.connection, connection)) {
        throw new InputError(
          'The server, its proxy, or what it is trusted by is another now: enter the credential again, so that it is not sent to somebody else.',
        );
      }
      const changed = {
        title: title ?? name,
        labels: JSON.stringify(labels),
        connection: JSON.stringify(connection),
        changed_at: this.#clock(),
        ...(credential && this.#seal(name, connection, credential)),
      };
      await this.#rows(transaction).where({ name }).update(changed);
      return { before, after: toStoredCluster({ ...row, ...changed }) };
    });
  }

  /** @throws NotFoundError when there is none of the name. */
  async remove(name: string): Promise<StoredCluster> {
    return this.#database.transaction(async transaction => {
      const row = await this.#row(name, transaction);
      await this.#rows(transaction).where({ name }).delete();
      return toStoredCluster(row);
    });
  }

  /** Encrypts with the first key what was encrypted with another. Answers with the number of credentials. */
  async renew(): Promise<number> {
    const cipher = this.#cipher;
    if (!cipher) return 0;
    let renewed = 0;
    const rows = await this.#rows().whereNot({ key_id: cipher.keyId });
    for (const row of rows) {
      const unlocked = this.#unlock(row);
      if ('credential' in unlocked) {
        const { connection } = unlocked.cluster;
        // Where it was changed meanwhile, the change stays.
        renewed += await this.#rows()
          .where({ name: row.name, credential: row.credential })
          .update(this.#seal(row.name, connection, unlocked.credential));
      }
    }
    return renewed;
  }

  #rows(database: Knex = this.#database) {
    return database<RawDbStoredClusterRow>(TABLE);
  }

  async #row(name: string, transaction?: Knex): Promise<RawDbStoredClusterRow> {
    const query = this.#rows(transaction).where({ name });
    const row = await (transaction ? query.forUpdate() : query).first();
    if (!row) {
      throw new NotFoundError(`There is no stored cluster '${name}'`);
    }
    return row;
  }

  #seal(
    name: string,
    connection: StoredCluster['connection'],
    credential: StoredCredential,
  ): Pick<RawDbStoredClusterRow, 'auth' | 'credential' | 'key_id'> {
    if (!this.#cipher) {
      throw new Error('There is no key to encrypt with');
    }
    const { keyId, sealed } = this.#cipher.seal(
      purposeOf(name, connection),
      JSON.stringify(credential),
    );
    return { auth: credential.type, credential: sealed, key_id: keyId };
  }

  #unlock(row: RawDbStoredClusterRow): UsableStoredCluster {
    const cluster = toStoredCluster(row);
    if (!this.#cipher?.has(row.key_id)) {
      return { cluster, locked: 'key' };
    }
    const text = this.#cipher.open(purposeOf(row.name, cluster.connection), {
      keyId: row.key_id,
      sealed: row.credential,
    });
    return text === undefined
      ? { cluster, locked: 'row' }
      : { cluster, credential: storedCredentialSchema.parse(JSON.parse(text)) };
  }
}

/** Who can write to the database alone can neither exchange credentials nor send one elsewhere. */
function purposeOf(
  name: string,
  connection: StoredCluster['connection'],
): string {
  return JSON.stringify([name, ...pathOfCredential(connection)]);
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
