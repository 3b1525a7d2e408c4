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
import { isPlain, MASK, maskPairs, maskPatterns } from './secretTexts';

/** A value that was masked. */
export interface MaskedValue {
  readonly path: string;
  readonly reason: string;
}

type Fields = Record<string, unknown>;

/** JSON inside of texts inside of JSON … */
const DEEPEST_TEXT = 4;

class Redaction {
  readonly masked: MaskedValue[] = [];
  /** Values of the Secret itself, which must show nowhere else in it. */
  readonly #secrets: readonly string[];

  constructor(secrets: readonly string[]) {
    this.#secrets = secrets;
  }

  fields(fields: Fields, path: string, depth: number): Fields {
    const secret = fields.kind === 'Secret';
    const pairName = nameOfPair(fields);
    const copy: Fields = {};
    for (const [name, value] of Object.entries(fields)) {
      const at = `${path}${step(name)}`;
      if (name === 'managedFields' && path.endsWith('.metadata')) {
        continue;
      }
      if (name === 'stringData' || (secret && name === 'data')) {
        copy[name] = this.#all(value, at, 'data of a Secret');
      } else if (name === 'value' && pairName && isSecretName(pairName)) {
        copy[name] = this.#all(value, at, `'${pairName}' says it is secret`);
      } else if (isSecretName(name) && !isObject(value)) {
        copy[name] = this.#all(value, at, 'its name says it is secret');
      } else {
        copy[name] = this.#value(value, at, depth);
      }
    }
    return copy;
  }

  #value(value: unknown, path: string, depth: number): unknown {
    if (typeof value === 'string') {
      return this.#text(value, path, depth);
    }
    if (Array.isArray(value)) {
      return value.map((item, index) => {
        const at = `${path}[${index}]`;
        // `--password`, then the password as an argument of its own.
        const flag = value[index - 1];
        return typeof item === 'string' &&
          typeof flag === 'string' &&
          /^--?[A-Za-z][\w-]*$/.test(flag) &&
          !item.startsWith('-') &&
          isSecretName(flag)
          ? this.#all(item, at, `follows '${flag}'`)
          : this.#value(item, at, depth);
      });
    }
    return isObject(value) ? this.fields(value, path, depth) : value;
  }

  #text(text: string, path: string, depth: number): string {
    if (this.#secrets.some(secret => text.includes(secret))) {
      return this.#mask(path, 'repeats data of the Secret');
    }
    const json = depth < DEEPEST_TEXT ? parseContainer(text) : undefined;
    if (json !== undefined) {
      const before = this.masked.length;
      const redacted = this.#value(json, path, depth + 1);
      return this.masked.length > before ? JSON.stringify(redacted) : text;
    }
    const patterns = maskPatterns(text);
    if (patterns) {
      this.#note(path, patterns.reason);
    }
    const rest = patterns?.text ?? text;
    // What controllers say in their status is prose, and names in prose have no values.
    const pairs = path.startsWith('.status') ? undefined : maskPairs(rest);
    if (pairs) {
      this.#note(path, pairs.reason);
    }
    return pairs?.text ?? rest;
  }

  /** Masks every scalar; the names stay. */
  #all(value: unknown, path: string, reason: string): unknown {
    if (Array.isArray(value)) {
      return value.map((item, index) =>
        isObject(item)
          ? this.fields(item, `${path}[${index}]`, 0)
          : this.#all(item, `${path}[${index}]`, reason),
      );
    }
    if (isObject(value)) {
      return Object.fromEntries(
        Object.entries(value).map(([name, item]) => [
          name,
          this.#all(item, `${path}${step(name)}`, reason),
        ]),
      );
    }
    if (
      value === null ||
      value === undefined ||
      typeof value === 'boolean' ||
      (reason !== 'data of a Secret' && isPlain(String(value)))
    ) {
      return value;
    }
    return this.#mask(path, reason);
  }

  #mask(path: string, reason: string): string {
    this.#note(path, reason);
    return MASK;
  }

  #note(path: string, reason: string): void {
    this.masked.push({ path, reason });
  }
}

/**
 * A copy of a Kubernetes object without managed fields, in which every value is masked that may be a secret, and the list of these.
 *
 * @remarks
 *
 * docs/redaction.md says what is masked. In doubt a value is masked: who needs it has the cluster's own tools.
 */
export function redactObject(object: object): {
  object: Fields;
  masked: MaskedValue[];
} {
  const redaction = new Redaction(secretsOf(object as Fields));
  const redacted = redaction.fields(object as Fields, '', 0);
  return { object: redacted, masked: redaction.masked };
}

/** The values of a Secret, as they are written and as they are meant, but for those so short that they are in everything. */
function secretsOf(object: Fields): string[] {
  if (object.kind !== 'Secret' || !isObject(object.data)) {
    return [];
  }
  return Object.values(object.data)
    .filter(value => typeof value === 'string')
    .flatMap(value => [
      value,
      Buffer.from(value, 'base64').toString('utf8').trim(),
    ])
    .filter(value => value.length >= 6);
}

/** The name in a pair such as `{ name: 'DB_PASSWORD', value: '…' }`. */
function nameOfPair(fields: Fields): string | undefined {
  const name = fields.name ?? fields.key;
  return typeof name === 'string' ? name : undefined;
}

function parseContainer(text: string): Fields | unknown[] | undefined {
  if (!/^\s*[[{]/.test(text)) {
    return undefined;
  }
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function step(name: string): string {
  return /^[A-Za-z_][\w-]*$/.test(name)
    ? `.${name}`
    : `[${JSON.stringify(name)}]`;
}
