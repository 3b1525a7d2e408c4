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
  ConnectionTestInput,
  connectionTestInputSchema,
  StoredCluster,
  StoredClusterChange,
  storedClusterChangeSchema,
  StoredClusterInput,
  storedClusterInputSchema,
  StoredCredential,
  needsCredentialAgain,
} from '@quarterdeck/backstage-plugin-fleet-common';
import { fieldProblems } from './fieldProblems';
import { words } from './words';

/** What stands in the fields of the form, as typed. */
export interface ConnectionForm {
  name: string;
  title: string;
  server: string;
  certificateAuthority: string;
  tlsServerName: string;
  proxyUrl: string;
  namespaces: string;
  /** One `key=value` a line. */
  labels: string;
  /** `keep` leaves the stored credential as it is. */
  credential: 'keep' | StoredCredential['type'];
  token: string;
  certificate: string;
  key: string;
}

/** The form of a cluster that is not there yet. */
export const emptyConnectionForm: ConnectionForm = {
  name: '',
  title: '',
  server: '',
  certificateAuthority: '',
  tlsServerName: '',
  proxyUrl: '',
  namespaces: '',
  labels: '',
  credential: 'token',
  token: '',
  certificate: '',
  key: '',
};

/** The form of a stored cluster. Its credential is never told, so it can only be kept or replaced. */
export function formOf(stored: StoredCluster): ConnectionForm {
  const { connection } = stored;
  return {
    ...emptyConnectionForm,
    name: stored.name,
    title: stored.title === stored.name ? '' : stored.title,
    server: connection.server,
    certificateAuthority: connection.certificateAuthority ?? '',
    tlsServerName: connection.tlsServerName ?? '',
    proxyUrl: connection.proxyUrl ?? '',
    namespaces: connection.namespaces?.join(', ') ?? '',
    labels: Object.entries(stored.labels)
      .map(([key, value]) => `${key}=${value}`)
      .join('\n'),
    credential: 'keep',
  };
}

function optional(text: string): string | undefined {
  return text.trim() || undefined;
}

function labelsOf(text: string): Record<string, string> {
  return Object.fromEntries(
    text
      .split('\n')
      .map(line => line.trim())
      .filter(Boolean)
      .map(line => {
        const at = line.indexOf('=');
        return at < 0
          ? [line, '']
          : [line.slice(0, at).trim(), line.slice(at + 1).trim()];
      }),
  );
}

function credentialOf(form: ConnectionForm): StoredCredential | undefined {
  switch (form.credential) {
    case 'token':
      return { type: 'token', token: form.token.trim() };
    case 'client-certificate':
      return {
        type: 'client-certificate',
        certificate: form.certificate,
        key: form.key,
      };
    default:
      return undefined;
  }
}

function connectionOf(form: ConnectionForm): StoredClusterInput['connection'] {
  const namespaces = words(form.namespaces);
  return {
    server: form.server.trim(),
    certificateAuthority: optional(form.certificateAuthority),
    tlsServerName: optional(form.tlsServerName),
    proxyUrl: optional(form.proxyUrl),
    namespaces: namespaces.length > 0 ? namespaces : undefined,
  };
}

/** What is sent, or what is wrong with which field. */
export type Checked<T> =
  | { value: T; problems?: undefined }
  | { value?: undefined; problems: Readonly<Record<string, string>> };

function check<T>(
  schema: { safeParse(value: unknown): any },
  value: T,
): Checked<T> {
  const { success, error } = schema.safeParse(value);
  return success ? { value } : { problems: fieldProblems(error) };
}

/** The request that adds the cluster of the form. */
export function inputOf(form: ConnectionForm): Checked<StoredClusterInput> {
  return check(storedClusterInputSchema, {
    name: form.name.trim(),
    title: optional(form.title),
    labels: labelsOf(form.labels),
    connection: connectionOf(form),
    credential: credentialOf(form) as StoredCredential,
  });
}

/** The request that changes a stored cluster into the form. */
export function changeOf(form: ConnectionForm): Checked<StoredClusterChange> {
  const credential = credentialOf(form);
  return check(storedClusterChangeSchema, {
    title: optional(form.title),
    labels: labelsOf(form.labels),
    connection: connectionOf(form),
    ...(credential && { credential }),
  });
}

/** The request that tries the connection of the form. */
export function testOf(
  form: ConnectionForm,
  stored: StoredCluster | undefined,
): Checked<ConnectionTestInput> {
  const credential = credentialOf(form);
  return check(connectionTestInputSchema, {
    connection: connectionOf(form),
    ...(credential ? { credential } : { name: stored?.name }),
  });
}

/** Whether a credential that is kept might reach somebody whom it was not given for. */
export function sendsElsewhere(
  form: ConnectionForm,
  stored: StoredCluster | undefined,
): boolean {
  return (
    stored !== undefined &&
    form.credential === 'keep' &&
    needsCredentialAgain(stored.connection, connectionOf(form))
  );
}
