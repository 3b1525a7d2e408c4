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

import http from 'node:http';
import https from 'node:https';
import type { LookupFunction, Socket } from 'node:net';
import { timeoutError } from '../../inventory/scheduling/LinkedAbort';
import { guardedLookup } from './linkLocal';

export interface ProxyTunnelOptions {
  /** http or https; a user name and password in it are for the proxy. */
  readonly proxy: URL;
  readonly host: string;
  readonly port: number;
  /** Of the proxy's name. */
  readonly lookup?: LookupFunction;
  readonly timeout: number;
  readonly signal: AbortSignal;
}

/** Asks a proxy for a tunnel to a server (CONNECT). Whatever is secret goes through it encrypted. */
export function proxyTunnel(options: ProxyTunnelOptions): Promise<Socket> {
  const { proxy, host, port, timeout, signal } = options;
  const { lookup = guardedLookup } = options;
  const target = `${host.includes(':') ? `[${host}]` : host}:${port}`;
  const login = [proxy.username, proxy.password].map(decodeURIComponent);
  const send = proxy.protocol === 'https:' ? https.request : http.request;
  return new Promise((resolve, reject) => {
    const request = send({
      host: proxy.hostname.replace(/^\[|\]$/g, ''),
      port: proxy.port || undefined,
      method: 'CONNECT',
      path: target,
      headers: {
        host: target,
        ...(proxy.username && {
          'proxy-authorization': `Basic ${Buffer.from(login.join(':')).toString('base64')}`,
        }),
      },
      agent: false,
      lookup,
      signal,
    });
    const timer = setTimeout(
      () => request.destroy(timeoutError('The proxy took too long')),
      timeout,
    );
    request.once('connect', (answer, socket) => {
      clearTimeout(timer);
      if (answer.statusCode === 200) {
        resolve(socket as Socket);
        return;
      }
      socket.destroy();
      reject(
        new Error(
          `The proxy ${proxy.host} refused the way to ${target} (${answer.statusCode})`,
        ),
      );
    });
    // A proxy that does not know CONNECT answers as to any request.
    request.once('response', answer => {
      clearTimeout(timer);
      answer.destroy();
      reject(
        new Error(
          `The proxy ${proxy.host} gave no way to ${target} (${answer.statusCode})`,
        ),
      );
    });
    request.once('error', error => {
      clearTimeout(timer);
      reject(error);
    });
    request.end();
  });
}
