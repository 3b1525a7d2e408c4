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

import { isSecretName } from './secretNames';

/** Stands where a secret stood. */
export const MASK = '••••••••';

interface SecretPattern {
  readonly reason: string;
  readonly pattern: RegExp;
  /** What is left in place of a match; nothing but the mask by default. */
  readonly replacement?: string;
}

/** Texts that are secret whatever they are called. */
const PATTERNS: readonly SecretPattern[] = [
  {
    reason: 'private key',
    pattern:
      /-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY( BLOCK)?-----[\s\S]*?(-----END [A-Z0-9 ]{0,40}PRIVATE KEY( BLOCK)?-----|$)/g,
  },
  {
    reason: 'JSON Web Token',
    pattern: /(?<![\w-])eyJ[\w-]{8,}\.eyJ[\w-]{8,}\.[\w-]*/g,
  },
  {
    reason: 'password in a URL',
    pattern:
      /(?<![a-z0-9+.-])([a-z][a-z0-9+.-]{0,30}:\/\/[^\s:@/"']{0,200}):[^\s@/"']{1,500}@/gi,
    replacement: `$1:${MASK}@`,
  },
  {
    reason: 'credentials of an HTTP header',
    pattern: /\b(Bearer|Basic)\s+[\w.~+/=-]{8,}/g,
    replacement: `$1 ${MASK}`,
  },
  {
    reason: 'access token',
    pattern:
      /\b(gh[pousr]_\w{20,}|github_pat_\w{20,}|glpat-[\w-]{16,}|xox[abprs]-[\w-]{10,}|sk-[\w-]{20,}|AKIA[0-9A-Z]{16}|AIza[\w-]{30,})/g,
  },
];

// A match may begin only where a word does: hostile text must not make the search quadratic.
const PAIR =
  /(?<![\w.])(["']?)([A-Za-z_][\w.-]{0,100})\1([^\S\n]*[=:][^\S\n]*)("[^"\n]*"|'[^'\n]*'|[^\s,;&"'}\]]+)/g;
const FLAG = /(^|\s)(--?[A-Za-z][\w-]*)(\s+)("[^"\n]*"|'[^'\n]*'|[^\s-]\S*)/g;

/** What of a text is masked, and why; undefined when nothing is. */
export interface MaskedText {
  readonly text: string;
  readonly reason: string;
}

/** Masks what looks like a secret by itself. */
export function maskPatterns(text: string): MaskedText | undefined {
  if (isEncodedSecret(text)) {
    return { text: MASK, reason: 'private key or login, encoded' };
  }
  let masked = text;
  let reason: string | undefined;
  for (const { pattern, replacement = MASK, ...rest } of PATTERNS) {
    const next = masked.replace(pattern, replacement);
    if (next !== masked) reason ??= rest.reason;
    masked = next;
  }
  return reason === undefined ? undefined : { text: masked, reason };
}

/** Masks values that stand beside a name in a text: `password=…`, `"token": "…"`, `--secret …`. */
export function maskPairs(text: string): MaskedText | undefined {
  const masked = text
    .replace(PAIR, (all, quote, name, between, value) =>
      isSecretName(name) && !isPlain(value)
        ? `${quote}${name}${quote}${between}${quotedMask(value)}`
        : all,
    )
    .replace(FLAG, (all, before, flag, between, value) =>
      isSecretName(flag)
        ? `${before}${flag}${between}${quotedMask(value)}`
        : all,
    );
  return masked === text
    ? undefined
    : { text: masked, reason: 'value beside a name that says it is secret' };
}

/** Switches and what is masked already tell nothing. */
export function isPlain(value: string): boolean {
  return /^["']?(true|false|null|)["']?$/i.test(value) || value.includes(MASK);
}

function quotedMask(value: string): string {
  const quote = /^["']/.exec(value)?.[0] ?? '';
  return `${quote}${MASK}${quote}`;
}

const ENCODED = /^[A-Za-z0-9+/\s]{64,}={0,2}$/;

/** Kubeconfigs, logins of registries and private keys are often carried in base64. */
function isEncodedSecret(text: string): boolean {
  if (!ENCODED.test(text.trim())) {
    return false;
  }
  const decoded = Buffer.from(text, 'base64').toString('latin1');
  return /PRIVATE KEY|"auths"|client-key-data/.test(decoded);
}
