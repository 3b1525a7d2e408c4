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

/** Parts of names whose values are secret, wherever they stand in the name written without separators. */
const SECRET_PARTS = [
  'password',
  'passwd',
  'passphrase',
  'secret',
  'token',
  'apikey',
  'accesskey',
  'authkey',
  'signingkey',
  'encryptionkey',
  'masterkey',
  'credential',
  'private',
  'connectionstring',
  'keydata',
];

/** Words that are too short to be looked for inside others. */
const SECRET_WORDS = new Set(['dsn', 'pwd', 'pass', 'auth', 'htpasswd', 'jwt']);

/** A name that ends so says where a secret is or how it is used, not what it is. */
const REFERENCE_ENDS = new Set([
  'algorithm',
  'audience',
  'class',
  'count',
  'dir',
  'duration',
  'enabled',
  'endpoint',
  'expiry',
  'file',
  'kind',
  'length',
  'method',
  'mode',
  'name',
  'names',
  'namespace',
  'path',
  'period',
  'policy',
  'provider',
  'ref',
  'refs',
  'seconds',
  'selector',
  'size',
  'store',
  'ttl',
  'type',
  'uri',
  'url',
  'version',
]);

/** Whether the name of a field, a variable or a flag says that its value is secret. */
export function isSecretName(name: string): boolean {
  const words = name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(Boolean);
  if (words.length === 0 || REFERENCE_ENDS.has(words[words.length - 1])) {
    return false;
  }
  const joined = words.join('');
  return (
    words.some(word => SECRET_WORDS.has(word)) ||
    SECRET_PARTS.some(part => joined.includes(part))
  );
}
