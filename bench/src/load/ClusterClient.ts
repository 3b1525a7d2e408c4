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

import { Agent, request } from 'node:https';
import { FleetCluster } from '../processes/FleetProcess';

const TIMEOUT = 10_000;

export class RefusedError extends Error {
  constructor(
    method: string,
    path: string,
    readonly status: number,
  ) {
    super(`${method} ${path} was answered with ${status}`);
  }
}

/** The few requests that the bench itself sends to a cluster. */
export class ClusterClient {
  readonly #agent: Agent;

  constructor(private readonly cluster: FleetCluster) {
    this.#agent = new Agent({ keepAlive: true, ca: cluster.ca });
  }

  get(path: string): Promise<any> {
    return this.#send('GET', path);
  }

  /** Receives an answer and forgets it. */
  discard(path: string): Promise<void> {
    return new Promise((resolve, reject) => {
      const call = request(
        `${this.cluster.url}${path}`,
        {
          agent: this.#agent,
          timeout: TIMEOUT,
          headers: { authorization: `Bearer ${this.cluster.token}` },
        },
        response => {
          response.on('error', reject);
          response.on('end', resolve);
          response.resume();
        },
      );
      call.on('timeout', () => call.destroy(new Error(`${path}: no answer`)));
      call.on('error', reject);
      call.end();
    });
  }

  patch(path: string, body: object): Promise<any> {
    return this.#send('PATCH', path, body);
  }

  close(): void {
    this.#agent.destroy();
  }

  #send(method: string, path: string, body?: object): Promise<any> {
    return new Promise((resolve, reject) => {
      const call = request(
        `${this.cluster.url}${path}`,
        {
          method,
          agent: this.#agent,
          timeout: TIMEOUT,
          headers: {
            authorization: `Bearer ${this.cluster.token}`,
            'content-type': 'application/strategic-merge-patch+json',
          },
        },
        response => {
          let text = '';
          response.setEncoding('utf8');
          response.on('data', chunk => {
            text += chunk;
          });
          response.on('error', reject);
          response.on('end', () => {
            if (response.statusCode === 200) resolve(JSON.parse(text));
            else reject(new RefusedError(method, path, response.statusCode!));
          });
        },
      );
      call.on('timeout', () => call.destroy(new Error(`${path}: no answer`)));
      call.on('error', reject);
      call.end(body && JSON.stringify(body));
    });
  }
}
