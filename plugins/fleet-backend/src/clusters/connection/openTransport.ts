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

import { isIP, Socket } from 'node:net';
import tls, { ConnectionOptions, TLSSocket } from 'node:tls';
import { timeoutError } from '../../inventory/scheduling/LinkedAbort';
import { ClusterEndpoint } from '../ClusterDefinition';
import { ClusterCredential } from '../credentials/ClusterCredentials';
import { Http1Transport } from './Http1Transport';
import { Http2Transport } from './Http2Transport';
import { guardedLookup } from './linkLocal';
import { proxyTunnel } from './proxyTunnel';
import { Transport } from './Transport';

export interface OpenTransportOptions {
  readonly endpoint: ClusterEndpoint;
  readonly credential: ClusterCredential;
  readonly connectTimeout: number;
  readonly signal: AbortSignal;
  readonly onClosed: () => void;
}

/** Connects, with HTTP/2 where the server speaks it. */
export async function openTransport(
  options: OpenTransportOptions,
): Promise<Transport> {
  const { endpoint, connectTimeout } = options;
  if (endpoint.server.protocol !== 'https:') {
    return new Http1Transport({
      server: endpoint.server,
      connectTimeout,
      lookup: endpoint.lookup,
    });
  }
  const secure = secureOptions(endpoint, options.credential);
  const tunnel = endpoint.proxy && (() => openTunnel(options));
  const socket = await connectSecurely(options, secure, await tunnel?.());
  if (socket.alpnProtocol === 'h2') {
    return new Http2Transport(socket, endpoint.server, options.onClosed);
  }
  socket.destroy();
  return new Http1Transport({
    server: endpoint.server,
    tls: secure,
    connectTimeout,
    tunnel,
    lookup: endpoint.lookup,
  });
}

function secureOptions(
  endpoint: ClusterEndpoint,
  credential: ClusterCredential,
): ConnectionOptions {
  const host = hostOf(endpoint.server);
  const name = endpoint.serverName ?? host;
  return {
    ca: credential.authority,
    cert: credential.certificate,
    key: credential.key,
    rejectUnauthorized: !endpoint.insecureSkipTlsVerify,
    // A certificate for an address is checked against it, but an address may not be sent as server name.
    servername: isIP(name) ? '' : name,
    minVersion: 'TLSv1.2',
  };
}

function openTunnel(options: OpenTransportOptions): Promise<Socket> {
  const { server, proxy, lookup } = options.endpoint;
  return proxyTunnel({
    proxy: proxy!,
    host: hostOf(server),
    port: Number(server.port || 443),
    lookup,
    timeout: options.connectTimeout,
    signal: options.signal,
  });
}

function connectSecurely(
  options: OpenTransportOptions,
  secure: ConnectionOptions,
  tunnel: Socket | undefined,
): Promise<TLSSocket> {
  const { server, lookup = guardedLookup } = options.endpoint;
  return new Promise((resolve, reject) => {
    const socket = tls.connect({
      ...secure,
      ...(tunnel
        ? { socket: tunnel }
        : {
            host: hostOf(server),
            port: Number(server.port || 443),
            lookup,
          }),
      ALPNProtocols: ['h2', 'http/1.1'],
    });
    const abort = () => socket.destroy(options.signal.reason);
    const timer = setTimeout(() => {
      socket.destroy(timeoutError('Connecting took too long'));
    }, options.connectTimeout);
    const settled = () => {
      clearTimeout(timer);
      options.signal.removeEventListener('abort', abort);
    };
    options.signal.addEventListener('abort', abort, { once: true });
    socket.once('secureConnect', () => {
      settled();
      socket.setNoDelay(true);
      socket.setKeepAlive(true, 15_000);
      resolve(socket);
    });
    socket.on('error', error => {
      settled();
      reject(error);
    });
    socket.once('close', () => {
      settled();
      reject(new Error('The connection was closed while connecting'));
    });
  });
}

function hostOf(server: URL): string {
  return server.hostname.replace(/^\[|\]$/g, '');
}
