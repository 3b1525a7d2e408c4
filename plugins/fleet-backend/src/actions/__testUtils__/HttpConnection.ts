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

import { ClusterReadOptions } from '@quarterdeck/backstage-plugin-fleet-node';
import { once } from 'node:events';
import { request as httpRequest, IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import {
  ClusterRequest,
  ClusterResponse,
} from '../../clusters/connection/ClusterConnector';
import {
  connectionError,
  statusError,
} from '../../clusters/connection/requestErrors';
import { ActionConnection } from '../ActionConnection';

/** A connection over plain HTTP/1.1, one socket a request. */
export class HttpConnection implements ActionConnection {
  readonly cluster: string;
  readonly #url: string;

  constructor(cluster: string, url: string) {
    this.cluster = cluster;
    this.#url = url;
  }

  async get<T>(path: string, options: ClusterReadOptions = {}): Promise<T> {
    const response = await this.request({ method: 'GET', path, ...options });
    if (response.status >= 400) {
      throw statusError(this.cluster, response, undefined);
    }
    return JSON.parse(response.body);
  }

  async getText(): Promise<string> {
    throw new Error('Not used here');
  }

  async request(options: ClusterRequest): Promise<ClusterResponse> {
    const url = new URL(options.path, this.#url);
    for (const [key, value] of Object.entries(options.query ?? {})) {
      if (value !== undefined) {
        url.searchParams.set(key, String(value));
      }
    }
    try {
      const request = httpRequest(url, {
        method: options.method,
        headers: options.headers,
        signal: options.signal,
        agent: false,
      });
      request.end(options.body);
      const [answer] = (await once(request, 'response')) as [IncomingMessage];
      return {
        status: answer.statusCode ?? 0,
        headers: answer.headers as Record<string, string>,
        body: await text(answer),
      };
    } catch (error) {
      // Errors of Node.js itself come from outside of the test's realm.
      const { message, code } = error as NodeJS.ErrnoException;
      const cause = Object.assign(new Error(message), { code });
      throw connectionError(this.cluster, cause, true);
    }
  }
}
