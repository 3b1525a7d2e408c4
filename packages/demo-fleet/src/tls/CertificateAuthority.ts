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

import 'reflect-metadata';
import { webcrypto } from 'node:crypto';
import {
  BasicConstraintsExtension,
  ExtendedKeyUsage,
  ExtendedKeyUsageExtension,
  KeyUsageFlags,
  KeyUsagesExtension,
  SubjectAlternativeNameExtension,
  X509CertificateGenerator,
} from '@peculiar/x509';

const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
const DAY = 86_400_000;

export interface TlsIdentity {
  certificate: string;
  key: string;
}

export interface CertificateAuthority {
  /** PEM of the authority's certificate, for a kubeconfig. */
  certificate: string;
  /** A server certificate for the given host names and addresses, valid now unless told otherwise. */
  issue(
    hosts: string[],
    validity?: { notBefore: Date; notAfter: Date },
  ): Promise<TlsIdentity>;
}

export interface CertificateAuthorityOptions {
  name: string;
}

/** A throw-away authority for the servers of one demo fleet. */
export async function createCertificateAuthority(
  options: CertificateAuthorityOptions,
): Promise<CertificateAuthority> {
  const crypto = webcrypto as any;
  const generateKeys = () =>
    crypto.subtle.generateKey(ALGORITHM, true, ['sign', 'verify']);
  // Certificates live by the machine's clock, not by the simulated one.
  const notBefore = new Date(Date.now() - DAY);
  const notAfter = new Date(Date.now() + 365 * DAY);
  const subject = `CN=${options.name}`;
  const keys = await generateKeys();
  const authority = await X509CertificateGenerator.createSelfSigned(
    {
      name: subject,
      notBefore,
      notAfter,
      keys,
      signingAlgorithm: ALGORITHM,
      extensions: [
        new BasicConstraintsExtension(true, 0, true),
        new KeyUsagesExtension(
          // eslint-disable-next-line no-bitwise
          KeyUsageFlags.keyCertSign | KeyUsageFlags.cRLSign,
          true,
        ),
      ],
    },
    crypto,
  );

  return {
    certificate: authority.toString('pem'),
    async issue(hosts, validity = { notBefore, notAfter }) {
      const serverKeys = await generateKeys();
      const certificate = await X509CertificateGenerator.create(
        {
          subject: 'CN=kube-apiserver',
          issuer: subject,
          ...validity,
          publicKey: serverKeys.publicKey,
          signingKey: keys.privateKey,
          signingAlgorithm: ALGORITHM,
          extensions: [
            new BasicConstraintsExtension(false, undefined, true),
            new KeyUsagesExtension(KeyUsageFlags.digitalSignature, true),
            new ExtendedKeyUsageExtension([ExtendedKeyUsage.serverAuth]),
            new SubjectAlternativeNameExtension(
              hosts.map(value => ({
                type: /^[\d.]+$/.test(value)
                  ? ('ip' as const)
                  : ('dns' as const),
                value,
              })),
            ),
          ],
        },
        crypto,
      );
      return {
        certificate: certificate.toString('pem'),
        key: await privateKeyPem(crypto, serverKeys.privateKey),
      };
    },
  };
}

async function privateKeyPem(crypto: any, key: unknown): Promise<string> {
  const der = await crypto.subtle.exportKey('pkcs8', key);
  const lines =
    Buffer.from(der)
      .toString('base64')
      .match(/.{1,64}/g) ?? [];
  return `-----BEGIN PRIVATE KEY-----\n${lines.join(
    '\n',
  )}\n-----END PRIVATE KEY-----\n`;
}
