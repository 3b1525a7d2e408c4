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

import { AuthService } from '@backstage/backend-plugin-api';
import {
  ClusterCredential,
  ClusterCredentials,
} from '../credentials/ClusterCredentials';

/** Tokens of plugins last an hour. */
const FRESH = 10 * 60_000;

/** The token by which the fleet plugin talks to another plugin. */
export class PluginTokenCredentials implements ClusterCredentials {
  readonly #auth: AuthService;
  readonly #targetPluginId: string;
  readonly #now: () => number;
  #read: Promise<ClusterCredential> | undefined;
  #readAt = 0;

  constructor(
    auth: AuthService,
    targetPluginId: string,
    now: () => number = Date.now,
  ) {
    this.#auth = auth;
    this.#targetPluginId = targetPluginId;
    this.#now = now;
  }

  read(): Promise<ClusterCredential> {
    if (!this.#read || this.#now() - this.#readAt > FRESH) {
      const read = this.#issue();
      this.#read = read;
      this.#readAt = this.#now();
      read.catch(() => {
        if (this.#read === read) this.#read = undefined;
      });
    }
    return this.#read;
  }

  refresh(): Promise<ClusterCredential> {
    this.#read = undefined;
    return this.read();
  }

  async #issue(): Promise<ClusterCredential> {
    const { token } = await this.#auth.getPluginRequestToken({
      onBehalfOf: await this.#auth.getOwnServiceCredentials(),
      targetPluginId: this.#targetPluginId,
    });
    return { token };
  }
}
