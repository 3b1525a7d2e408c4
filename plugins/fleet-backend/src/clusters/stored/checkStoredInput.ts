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

import { InputError } from '@backstage/errors';
import {
  ClusterConnectionInput,
  StoredCredential,
} from '@quarterdeck/backstage-plugin-fleet-common';
import { createPrivateKey, KeyObject, X509Certificate } from 'node:crypto';

const CERTIFICATE =
  /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g;

/**
 * Checks what a schema cannot. Messages name the field and never quote it.
 *
 * @throws InputError
 */
export function checkStoredInput(
  connection: ClusterConnectionInput,
  credential: StoredCredential | undefined,
): void {
  const { certificateAuthority } = connection;
  if (certificateAuthority !== undefined) {
    if (/PRIVATE KEY/.test(certificateAuthority)) {
      // It is public: whoever may manage clusters gets to see it.
      throw wrong(
        'connection.certificateAuthority',
        'must be without a private key',
      );
    }
    certificatesIn('connection.certificateAuthority', certificateAuthority);
  }
  if (credential?.type === 'token') {
    if (!/^[\x21-\x7e]+$/.test(credential.token.trim())) {
      throw wrong(
        'credential.token',
        'has spaces or other characters that no token has',
      );
    }
  } else if (credential) {
    const [certificate] = certificatesIn(
      'credential.certificate',
      credential.certificate,
    );
    if (!certificate.checkPrivateKey(privateKeyIn(credential.key))) {
      throw wrong('credential.key', 'is not the key of the certificate');
    }
  }
}

function certificatesIn(field: string, text: string): X509Certificate[] {
  try {
    const certificates = (text.match(CERTIFICATE) ?? []).map(
      pem => new X509Certificate(pem),
    );
    if (certificates.length > 0) return certificates;
  } catch {
    // What is wrong with its inside helps nobody.
  }
  throw wrong(
    field,
    "must be a certificate in PEM, which begins with '-----BEGIN CERTIFICATE-----'; what a kubeconfig calls data is base64 of that",
  );
}

function privateKeyIn(text: string): KeyObject {
  try {
    return createPrivateKey(text);
  } catch {
    throw wrong(
      'credential.key',
      'must be a private key in PEM that is not encrypted',
    );
  }
}

function wrong(field: string, message: string): InputError {
  return new InputError(`Wrong body: ${field}: ${message}`);
}
