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
  ClusterRequestError,
  ClusterWriter,
  WriteAnswer,
} from '@quarterdeck/backstage-plugin-fleet-node';
import {
  ClusterRequest,
  ClusterResponse,
} from '../clusters/connection/ClusterConnector';
import { statusError } from '../clusters/connection/requestErrors';
import { ActionConnection } from './ActionConnection';
import { mayHaveBeenDone } from './clusterFailures';
import { parseWarnings } from './parseWarnings';

const FIELD_MANAGER = 'quarterdeck';

const PATCH_TYPES = {
  json: 'application/json-patch+json',
  merge: 'application/merge-patch+json',
  strategic: 'application/strategic-merge-patch+json',
};

// Encoded segments only: no query, no fragment, no empty or dot segments by which a name could lead elsewhere.
const PATH =
  /^\/(api|apis)(\/(?!\.{1,2}(\/|$))[A-Za-z0-9._~%:@!$&'()*+,;=-]+)+$/;

/** What has become of the writes of one run: `lost` as soon as one may or may not have been done. */
export type WriteProgress = 'none' | 'accepted' | 'lost';

/** How a {@link DefaultClusterWriter} writes. */
export interface DefaultClusterWriterOptions {
  connection: ActionConnection;
  /** In a preview every request carries `dryRun=All`. */
  mode: 'preview' | 'run';
  /** Ends every write of the run. */
  signal: AbortSignal;
}

/** The only thing that writes to clusters. */
export class DefaultClusterWriter implements ClusterWriter {
  readonly #connection: ActionConnection;
  readonly #mode: 'preview' | 'run';
  readonly #signal: AbortSignal;
  #progress: WriteProgress = 'none';

  constructor(options: DefaultClusterWriterOptions) {
    this.#connection = options.connection;
    this.#mode = options.mode;
    this.#signal = options.signal;
  }

  get progress(): WriteProgress {
    return this.#progress;
  }

  patch<T = unknown>(
    path: string,
    body: unknown,
    options: { type: 'json' | 'merge' | 'strategic'; signal?: AbortSignal },
  ): Promise<WriteAnswer<T>> {
    return this.#send('PATCH', path, body, {
      type: PATCH_TYPES[options.type],
      signal: options.signal,
    });
  }

  create<T = unknown>(
    path: string,
    body: unknown,
    options?: { signal?: AbortSignal },
  ): Promise<WriteAnswer<T>> {
    return this.#send('POST', path, body, options);
  }

  update<T = unknown>(
    path: string,
    body: unknown,
    options?: { signal?: AbortSignal },
  ): Promise<WriteAnswer<T>> {
    return this.#send('PUT', path, body, options);
  }

  delete<T = unknown>(
    path: string,
    options: {
      preconditions?: { uid?: string; resourceVersion?: string };
      propagationPolicy?: 'Background' | 'Foreground' | 'Orphan';
      signal?: AbortSignal;
    } = {},
  ): Promise<WriteAnswer<T>> {
    const { preconditions, propagationPolicy, signal } = options;
    return this.#send(
      'DELETE',
      path,
      {
        kind: 'DeleteOptions',
        apiVersion: 'v1',
        preconditions,
        propagationPolicy,
      },
      { signal },
    );
  }

  async #send<T>(
    method: string,
    path: string,
    body: unknown,
    options: { type?: string; signal?: AbortSignal } = {},
  ): Promise<WriteAnswer<T>> {
    if (!PATH.test(path)) {
      throw new TypeError(
        `A write needs an absolute API path of encoded segments, not ${JSON.stringify(path)}`,
      );
    }
    const response = await this.#exchange({
      method,
      path,
      query: this.#query(method),
      headers: {
        accept: 'application/json',
        'content-type': options.type ?? 'application/json',
      },
      body: JSON.stringify(body),
      signal: options.signal
        ? AbortSignal.any([this.#signal, options.signal])
        : this.#signal,
    });
    return {
      object: JSON.parse(response.body) as T,
      warnings: parseWarnings(response.headers.warning),
    };
  }

  #query(method: string): ClusterRequest['query'] {
    return {
      ...(method !== 'DELETE' && { fieldManager: FIELD_MANAGER }),
      ...(this.#mode === 'preview' && { dryRun: 'All' }),
    };
  }

  async #exchange(request: ClusterRequest): Promise<ClusterResponse> {
    if (this.#mode === 'preview' && request.query?.dryRun !== 'All') {
      throw new Error('A preview must not write');
    }
    request.signal?.throwIfAborted();
    try {
      const response = await this.#connection.request(request);
      if (response.status >= 400) {
        throw statusError(this.#connection.cluster, response, undefined);
      }
      this.#advance('accepted');
      return response;
    } catch (error) {
      if (mayHaveBeenDone(error)) {
        this.#advance('lost');
      }
      if (error instanceof ClusterRequestError) {
        throw error;
      }
      throw new ClusterRequestError(
        `No answer came: ${error instanceof Error ? error.message : error}`,
        {
          cluster: this.#connection.cluster,
          reason: 'unreachable',
          sent: true,
        },
      );
    }
  }

  #advance(progress: WriteProgress): void {
    if (this.#mode === 'run' && this.#progress !== 'lost') {
      this.#progress = progress;
    }
  }
}
