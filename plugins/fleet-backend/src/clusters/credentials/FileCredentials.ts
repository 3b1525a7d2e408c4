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

import { readFile } from 'node:fs/promises';
import { ClusterCredential, ClusterCredentials } from './ClusterCredentials';

const FRESH = 60_000;
const LARGEST = 1024 * 1024;

/** Paths of files to be read in place of the field of the same name. */
export type CredentialFiles = Partial<
  Record<'token' | 'certificate' | 'key' | 'authority', string>
>;

/** A credential with parts in files, which others may replace: read again after a minute, and when the server refuses it. */
export class FileCredentials implements ClusterCredentials {
  readonly #inline: ClusterCredential;
  readonly #files: CredentialFiles;
  readonly #now: () => number;
  #read: Promise<ClusterCredential> | undefined;
  #readAt = 0;

  constructor(
    inline: ClusterCredential,
    files: CredentialFiles,
    now: () => number = Date.now,
  ) {
    this.#inline = inline;
    this.#files = files;
    this.#now = now;
  }

  read(): Promise<ClusterCredential> {
    if (!this.#read || this.#now() - this.#readAt > FRESH) {
      this.#read = this.#load();
      this.#readAt = this.#now();
      this.#read.catch(() => {
        this.#read = undefined;
      });
    }
    return this.#read;
  }

  async refresh(): Promise<ClusterCredential | undefined> {
    const before = await this.#read?.catch(() => undefined);
    this.#read = undefined;
    const after = await this.read();
    return JSON.stringify(before) === JSON.stringify(after) ? undefined : after;
  }

  async #load(): Promise<ClusterCredential> {
    const parts = await Promise.all(
      Object.entries(this.#files).map(async ([field, path]) => {
        const text = await readFile(path, 'utf8');
        if (text.length > LARGEST) {
          throw new Error(`File ${path} is too large to be a credential`);
        }
        return [field, field === 'token' ? text.trim() : text] as const;
      }),
    );
    return { ...this.#inline, ...Object.fromEntries(parts) };
  }
}
