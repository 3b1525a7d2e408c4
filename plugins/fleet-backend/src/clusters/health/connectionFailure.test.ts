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
  CertificateAuthority,
  createCertificateAuthority,
} from '@quarterdeck/demo-fleet';
import net from 'node:net';
import type { AddressInfo } from 'node:net';
import tls from 'node:tls';
import { systemClock } from '../../inventory/scheduling/Clock';
import { ClusterDefinition } from '../ClusterDefinition';
import { DefaultClusterConnector } from '../connection/DefaultClusterConnector';
import { StaticCredentials } from '../credentials/ClusterCredentials';
import { connectionFailure } from './connectionFailure';

const DAY = 86_400_000;
const inDays = (days: number) =>
  new Date(Math.floor(Date.now() / 1000) * 1000 + days * DAY);
const written = (date: Date) => date.toISOString().replace('.000Z', 'Z');

describe('connectionFailure', () => {
  let ours: CertificateAuthority;
  let theirs: CertificateAuthority;
  let server: net.Server;
  const sockets = new Set<net.Socket>();

  beforeAll(async () => {
    ours = await createCertificateAuthority({ name: 'Ours' });
    theirs = await createCertificateAuthority({ name: 'Theirs' });
  });

  afterEach(async () => {
    sockets.forEach(socket => socket.destroy());
    await new Promise(resolve => {
      server.close(resolve);
    });
  });

  async function listen(created: net.Server): Promise<void> {
    server = created;
    server.on('connection', (socket: net.Socket) => {
      sockets.add(socket);
      socket.on('error', () => {});
    });
    server.on('tlsClientError', () => {});
    await new Promise<void>(resolve => {
      server.listen(0, '127.0.0.1', resolve);
    });
  }

  /** What people are told when this server is asked. */
  async function told() {
    const { port } = server.address() as AddressInfo;
    const definition: ClusterDefinition = {
      name: 'east',
      title: 'east',
      aliases: [],
      labels: {},
      demo: false,
      source: 'kubeconfig',
      auth: 'token',
      endpoint: {
        server: new URL(`https://127.0.0.1:${port}`),
        insecureSkipTlsVerify: false,
        credentials: new StaticCredentials({ authority: ours.certificate }),
      },
    };
    const connector = new DefaultClusterConnector({
      cluster: 'east',
      endpoint: definition.endpoint!,
      clock: systemClock,
      userAgent: 'test',
    });
    const { signal } = new AbortController();
    try {
      const error = await connector.get('/version').then(
        () => undefined,
        caught => caught,
      );
      return await connectionFailure(definition, error, signal);
    } finally {
      connector.close();
    }
  }

  const serve = async (
    authority: CertificateAuthority,
    hosts: string[],
    validity?: { notBefore: Date; notAfter: Date },
  ) => {
    const { certificate, key } = await authority.issue(hosts, validity);
    await listen(tls.createServer({ cert: certificate, key }));
  };

  it('tells when a certificate expired', async () => {
    const notAfter = inDays(-1);
    await serve(ours, ['127.0.0.1'], { notBefore: inDays(-2), notAfter });
    expect(await told()).toEqual({
      reason: 'certificate',
      message: `Cluster 'east' showed a certificate that expired on ${written(
        notAfter,
      )}`,
      advice: expect.stringContaining('kubeadm certs renew apiserver'),
    });
  });

  it('tells from when on a certificate is valid', async () => {
    const notBefore = inDays(1);
    await serve(ours, ['127.0.0.1'], { notBefore, notAfter: inDays(2) });
    expect(await told()).toEqual({
      reason: 'certificate',
      message: `Cluster 'east' showed a certificate that is not valid before ${written(
        notBefore,
      )}`,
      advice: expect.stringContaining('date -u'),
    });
  });

  it('tells which authority is not trusted', async () => {
    await serve(theirs, ['127.0.0.1']);
    expect(await told()).toEqual({
      reason: 'certificate',
      message:
        "Cluster 'east' showed a certificate of an authority that is not trusted: Theirs",
      advice: expect.stringContaining(
        'into its kubeconfig as certificate-authority-data',
      ),
    });
  });

  it('tells for whom a certificate is', async () => {
    await serve(ours, ['east.example.com', '10.0.0.1']);
    expect(await told()).toEqual({
      reason: 'certificate',
      message:
        "Cluster 'east' showed a certificate that is not for 127.0.0.1 but for east.example.com, 10.0.0.1",
      advice: expect.stringContaining('tls-server-name'),
    });
  });

  it.each([
    ['expired', 45],
    ['unknown to it', 48],
    ['missing', 116],
  ])(
    'tells when the server refuses our own certificate as %s',
    async (_, description) => {
      await listen(
        net.createServer(socket => {
          // A fatal alert, as Go's servers send it.
          const alert = Buffer.from([0x15, 3, 3, 0, 2, 2, description]);
          socket.once('data', () => socket.end(alert));
        }),
      );
      expect(await told()).toEqual({
        reason: 'certificate',
        message: "Cluster 'east' refused the client certificate",
        advice: expect.stringContaining('openssl x509 -noout -enddate'),
      });
    },
  );

  it('tells when the server does not speak TLS', async () => {
    await listen(
      net.createServer(socket => {
        socket.end('HTTP/1.1 400 Bad Request\r\n\r\n');
      }),
    );
    expect(await told()).toEqual({
      reason: 'certificate',
      message: expect.stringContaining('does not speak TLS at 127.0.0.1:'),
      advice: expect.stringContaining('port and the scheme'),
    });
  });

  it('leaves other failures as they are', async () => {
    await listen(net.createServer());
    const { port } = server.address() as AddressInfo;
    await new Promise(resolve => {
      server.close(resolve);
    });
    jest.spyOn(server, 'address').mockReturnValue({ port } as AddressInfo);
    expect(await told()).toEqual({
      reason: 'refused',
      message: "Cluster 'east' refused the connection (ECONNREFUSED)",
    });
  });
});
