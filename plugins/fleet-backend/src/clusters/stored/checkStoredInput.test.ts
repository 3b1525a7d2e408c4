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

import { StoredCredential } from '@quarterdeck/backstage-plugin-fleet-common';
import {
  CertificateAuthority,
  createCertificateAuthority,
  TlsIdentity,
} from '@quarterdeck/demo-fleet';
import { checkStoredInput } from './checkStoredInput';

const connection = { server: 'https://east.example.test' };

describe('checkStoredInput', () => {
  let authority: CertificateAuthority;
  let ours: TlsIdentity;
  let theirs: TlsIdentity;

  beforeAll(async () => {
    authority = await createCertificateAuthority({ name: 'Ours' });
    ours = await authority.issue(['ours']);
    theirs = await authority.issue(['theirs']);
  });

  const certified = (part: Partial<TlsIdentity> = {}): StoredCredential => ({
    type: 'client-certificate',
    ...ours,
    ...part,
  });

  it('accepts what can be used', () => {
    const several = `${authority.certificate}\n# another\n${ours.certificate}`;
    const check = (credential: StoredCredential | undefined) =>
      checkStoredInput(
        { ...connection, certificateAuthority: several },
        credential,
      );
    expect(() => check(undefined)).not.toThrow();
    expect(() => check({ type: 'token', token: ' abc.def\n' })).not.toThrow();
    expect(() => check(certified())).not.toThrow();
  });

  it.each<[string, () => StoredCredential, string]>([
    [
      'a token of two lines',
      () => ({ type: 'token', token: 'canary\r\nx-evil: 1' }),
      'credential.token: has spaces',
    ],
    [
      'a token of spaces',
      () => ({ type: 'token', token: '  ' }),
      'credential.token: has spaces',
    ],
    [
      'a certificate that is none',
      () => certified({ certificate: 'canary' }),
      'credential.certificate: must be a certificate in PEM',
    ],
    [
      'a broken certificate',
      () =>
        certified({
          certificate:
            '-----BEGIN CERTIFICATE-----\ncanary\n-----END CERTIFICATE-----',
        }),
      'credential.certificate: must be a certificate in PEM',
    ],
    [
      'a key that is none',
      () => certified({ key: 'canary' }),
      'credential.key: must be a private key in PEM',
    ],
    [
      'the key of another certificate',
      () => certified({ key: theirs.key }),
      'credential.key: is not the key of the certificate',
    ],
  ])('names the field of %s and never quotes it', (_, credential, message) => {
    const check = () => checkStoredInput(connection, credential());
    expect(check).toThrow(`Wrong body: ${message}`);
    expect(check).not.toThrow(/canary/);
  });
});
