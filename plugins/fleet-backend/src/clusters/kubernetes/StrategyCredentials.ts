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

import type {
  AuthenticationStrategy,
  ClusterDetails,
} from '@backstage/plugin-kubernetes-node';
import { ClusterRequestError } from '@quarterdeck/backstage-plugin-fleet-node';
import { Clock } from '../../inventory/scheduling/Clock';
import { timeoutError } from '../../inventory/scheduling/LinkedAbort';
import {
  ClusterCredential,
  ClusterCredentials,
} from '../credentials/ClusterCredentials';

/** Strategies do not say when a credential expires. The shortest that any of them hands out, AWS's, lasts 15 minutes. */
const FRESH = 4 * 60_000;
const TIMEOUT = 30_000;

export interface StrategyCredentialsOptions {
  readonly details: ClusterDetails;
  readonly strategy: () => Promise<AuthenticationStrategy>;
  /** Reads the parts of the credential that are configured and not the strategy's, such as the authority. */
  readonly configured: ClusterCredentials;
  readonly clock: Clock;
}

/** The credential that a strategy of the Kubernetes plugin hands out. */
export class StrategyCredentials implements ClusterCredentials {
  readonly #options: StrategyCredentialsOptions;
  #read: Promise<ClusterCredential> | undefined;
  #readAt = 0;

  constructor(options: StrategyCredentialsOptions) {
    this.#options = options;
  }

  read(): Promise<ClusterCredential> {
    const now = this.#options.clock.now();
    if (!this.#read || now - this.#readAt > FRESH) {
      const read = this.#ask();
      this.#read = read;
      this.#readAt = now;
      read.catch(() => {
        if (this.#read === read) this.#read = undefined;
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

  async #ask(): Promise<ClusterCredential> {
    const { details, strategy, configured } = this.#options;
    try {
      const credential = await this.#inTime(
        strategy().then(found => found.getCredential(details, {})),
      );
      const rest = await configured.read();
      switch (credential.type) {
        case 'bearer token':
          return { ...rest, token: credential.token };
        case 'x509 client certificate':
          return { ...rest, certificate: credential.cert, key: credential.key };
        default:
          return rest;
      }
    } catch (error) {
      throw new ClusterRequestError(
        `No credential for cluster '${details.name}' could be had: ${reasonOf(error as Error)}`,
        {
          cluster: details.name,
          reason: 'auth',
          sent: false,
          cause: error as Error,
        },
      );
    }
  }

  async #inTime<T>(work: Promise<T>): Promise<T> {
    let cancel = () => {};
    const timeout = new Promise<never>((_, reject) => {
      cancel = this.#options.clock.setTimeout(
        () => reject(timeoutError('the login took too long')),
        TIMEOUT,
      );
    });
    try {
      return await Promise.race([work, timeout]);
    } finally {
      cancel();
    }
  }
}

/** The kind of error and no more: messages of cloud SDKs may quote what they were given. */
function reasonOf(error: Error): string {
  switch ((error as NodeJS.ErrnoException).code) {
    case 'MODULE_NOT_FOUND':
    case 'ERR_MODULE_NOT_FOUND':
      return 'the package @backstage/plugin-kubernetes-backend is not installed';
    case 'ETIMEDOUT':
      return 'the login took too long';
    default:
      return error.name;
  }
}
