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

import { isIP } from 'node:net';
import tls from 'node:tls';
import { ClusterEndpoint } from '../ClusterDefinition';
import { guardedLookup } from '../connection/linkLocal';

const TIMEOUT = 2_000;

/** What a certificate that is not trusted says of itself. */
export interface ShownCertificate {
  readonly issuer?: string;
  readonly validFrom?: Date;
  readonly validTo?: Date;
}

/**
 * Looks at the certificate of a server that was refused for it, so that people can be told what is wrong with it. Undefined when it cannot be seen.
 */
export function shownCertificate(
  endpoint: ClusterEndpoint,
  signal: AbortSignal,
): Promise<ShownCertificate | undefined> {
  const { server, serverName, proxy, lookup = guardedLookup } = endpoint;
  if (proxy) {
    // What is reached past the proxy may be something else.
    return Promise.resolve(undefined);
  }
  const host = server.hostname.replace(/^\[|\]$/g, '');
  const name = serverName ?? host;
  return new Promise(resolve => {
    // Only a handshake: no credential is sent, and nothing that is read is believed.
    const socket = tls.connect({
      host,
      port: Number(server.port || 443),
      servername: isIP(name) ? '' : name,
      rejectUnauthorized: false,
      lookup,
      timeout: TIMEOUT,
    });
    const give = () => {
      signal.removeEventListener('abort', give);
      socket.destroy();
      resolve(undefined);
    };
    signal.addEventListener('abort', give, { once: true });
    socket.once('secureConnect', () => {
      const shown = socket.getPeerCertificate();
      resolve({
        issuer: nameOf(shown.issuer),
        validFrom: dateOf(shown.valid_from),
        validTo: dateOf(shown.valid_to),
      });
      give();
    });
    socket.once('timeout', give);
    socket.once('error', give);
    socket.once('close', give);
  });
}

function nameOf(
  name: { CN?: string | string[]; O?: string | string[] } | undefined,
): string | undefined {
  const text = name?.CN ?? name?.O;
  return Array.isArray(text) ? text[0] : text;
}

function dateOf(text: string | undefined): Date | undefined {
  const date = new Date(text ?? '');
  return Number.isNaN(date.getTime()) ? undefined : date;
}
