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

import http, { IncomingMessage } from 'node:http';
import { AddressInfo, connect } from 'node:net';
import type { Duplex } from 'node:stream';
import { ScriptedApiServer } from '../../inventory/__testUtils__/ScriptedApiServer';
import { systemClock } from '../../inventory/scheduling/Clock';
import { StaticCredentials } from '../credentials/ClusterCredentials';
import { DefaultClusterConnector } from './DefaultClusterConnector';

/** A corporate proxy: knows nothing but CONNECT. */
class TestProxy {
  readonly asked: Array<{ target?: string; login?: string }> = [];
  readonly #server = http.createServer((_, answer) => {
    answer.statusCode = 405;
    answer.end();
  });
  readonly #tunnels = new Set<Duplex>();

  constructor(allows: (login: string | undefined) => boolean) {
    this.#server.on('connect', (request: IncomingMessage, client: Duplex) => {
      const login = request.headers['proxy-authorization'];
      this.asked.push({ target: request.url, login });
      this.#tunnels.add(client);
      client.on('error', () => {});
      if (!allows(login)) {
        client.end('HTTP/1.1 407 Proxy Authentication Required\r\n\r\n');
        return;
      }
      const { hostname, port } = new URL(`https://${request.url}`);
      const server = connect(Number(port), hostname, () => {
        client.write('HTTP/1.1 200 Connection established\r\n\r\n');
        server.pipe(client).pipe(server);
      });
      this.#tunnels.add(server);
      server.on('error', () => client.destroy());
    });
  }

  async start(): Promise<string> {
    await new Promise<void>(done => {
      this.#server.listen(0, '127.0.0.1', done);
    });
    return `127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.#tunnels.forEach(tunnel => tunnel.destroy());
    await new Promise(done => {
      this.#server.close(done);
    });
  }
}

describe('a cluster behind a proxy', () => {
  let server: ScriptedApiServer;
  let proxy: TestProxy;
  let connector: DefaultClusterConnector;

  const connectorBy = (address: string) =>
    new DefaultClusterConnector({
      cluster: 'far',
      endpoint: {
        server: new URL(server.url),
        proxy: new URL(address),
        insecureSkipTlsVerify: false,
        credentials: new StaticCredentials({
          token: 'secret-token',
          authority: server.ca,
        }),
      },
      clock: systemClock,
      userAgent: 'test',
    });

  beforeEach(async () => {
    server = await ScriptedApiServer.start();
  });

  afterEach(async () => {
    connector.close();
    await proxy.stop();
    await server.stop();
  });

  it('is reached through a tunnel that the proxy cannot look into', async () => {
    proxy = new TestProxy(login => login === undefined);
    connector = connectorBy(`http://${await proxy.start()}`);
    expect(await connector.get('/version')).toMatchObject({
      gitVersion: expect.any(String),
    });
    expect(proxy.asked).toContainEqual({
      target: new URL(server.url).host,
      login: undefined,
    });
    expect(JSON.stringify(proxy.asked)).not.toContain('secret-token');
  });

  it('logs in to the proxy', async () => {
    const login = `Basic ${Buffer.from('me:p@ss').toString('base64')}`;
    proxy = new TestProxy(given => given === login);
    connector = connectorBy(`http://me:p%40ss@${await proxy.start()}`);
    await connector.get('/version');
    expect(proxy.asked[0].login).toBe(login);
  });

  it('says that the proxy refused, without its password', async () => {
    proxy = new TestProxy(() => false);
    connector = connectorBy(`http://me:pass@${await proxy.start()}`);
    const failure: any = await connector.get('/version').catch(error => error);
    expect(failure.cause.message).toMatch(
      /^The proxy 127\.0\.0\.1:\d+ refused the way to .*\(407\)$/,
    );
    expect(`${failure.message} ${failure.cause.message}`).not.toContain(
      'pass@',
    );
  });
});
