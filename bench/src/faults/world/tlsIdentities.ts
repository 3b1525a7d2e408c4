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

const DAY = 86_400_000;

export type TlsIdentity = Awaited<ReturnType<CertificateAuthority['issue']>>;

let authorities: Promise<CertificateAuthority[]> | undefined;

/** Servers whose certificate is not to be trusted, each for a reason of its own, and the authority that they are tried with. */
export async function tlsIdentities(): Promise<{
  readonly ca: string;
  readonly expired: TlsIdentity;
  readonly otherName: TlsIdentity;
  readonly otherAuthority: TlsIdentity;
}> {
  authorities ??= Promise.all(
    ['ours', 'theirs'].map(name => createCertificateAuthority({ name })),
  );
  const [ours, theirs] = await authorities;
  const hosts = ['127.0.0.1'];
  return {
    ca: ours.certificate,
    expired: await ours.issue(hosts, {
      notBefore: new Date(Date.now() - 2 * DAY),
      notAfter: new Date(Date.now() - DAY),
    }),
    otherName: await ours.issue(['api.example.com']),
    otherAuthority: await theirs.issue(hosts),
  };
}
