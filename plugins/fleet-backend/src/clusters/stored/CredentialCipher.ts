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

import { RootConfigService } from '@backstage/backend-plugin-api';
import {
  createCipheriv,
  createDecipheriv,
  hkdfSync,
  randomBytes,
} from 'node:crypto';

const ALGORITHM = 'aes-256-gcm';
const PURPOSE = 'quarterdeck fleet stored cluster credentials';
const NAMING = 'quarterdeck fleet key id';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const VERSION = 'v1';
/** As many characters as 32 random bytes have in base64 without padding. */
const SHORTEST_KEY = 43;

/** A text that only a key opens. */
export interface SealedText {
  /** Tells keys apart without telling anything of them. */
  readonly keyId: string;
  readonly sealed: string;
}

interface Key {
  readonly id: string;
  readonly bytes: Buffer;
}

/** Encrypts credentials for the database, each bound to what it is for: it opens for nothing else. */
export class CredentialCipher {
  readonly #keys: readonly Key[];

  /**
   * Undefined when no key is configured.
   *
   * @throws Error when a key is too short to be random.
   */
  static fromConfig(config: RootConfigService): CredentialCipher | undefined {
    const keys = config.getOptionalStringArray('fleet.encryption.keys') ?? [];
    const short = keys.findIndex(key => key.length < SHORTEST_KEY);
    if (short >= 0) {
      throw new Error(
        `fleet.encryption.keys[${short}] must have at least ${SHORTEST_KEY} characters: make one with 'openssl rand -base64 32'`,
      );
    }
    return keys.length > 0 ? new CredentialCipher(keys) : undefined;
  }

  private constructor(keys: readonly string[]) {
    this.#keys = keys.map(key => ({
      id: derive(key, NAMING, 8).toString('hex'),
      bytes: derive(key, PURPOSE, 32),
    }));
  }

  /** Of the key that encrypts. */
  get keyId(): string {
    return this.#keys[0].id;
  }

  has(keyId: string): boolean {
    return this.#keys.some(({ id }) => id === keyId);
  }

  /** @param purpose - what the text is for; the same is needed to open it */
  seal(purpose: string, text: string): SealedText {
    const [key] = this.#keys;
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv(ALGORITHM, key.bytes, nonce);
    cipher.setAAD(Buffer.from(purpose));
    const encrypted = Buffer.concat([
      cipher.update(text, 'utf8'),
      cipher.final(),
    ]);
    const bytes = Buffer.concat([nonce, cipher.getAuthTag(), encrypted]);
    return {
      keyId: key.id,
      sealed: `${VERSION}:${bytes.toString('base64')}`,
    };
  }

  /** Undefined when its key is not there, or when it was sealed for something else or altered. */
  open(purpose: string, { keyId, sealed }: SealedText): string | undefined {
    const key = this.#keys.find(({ id }) => id === keyId);
    const [version, encoded] = sealed.split(':');
    if (!key || version !== VERSION || encoded === undefined) {
      return undefined;
    }
    const bytes = Buffer.from(encoded, 'base64');
    try {
      const nonce = bytes.subarray(0, NONCE_BYTES);
      const decipher = createDecipheriv(ALGORITHM, key.bytes, nonce, {
        authTagLength: TAG_BYTES,
      });
      decipher.setAAD(Buffer.from(purpose));
      decipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
      return Buffer.concat([
        decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES)),
        decipher.final(),
      ]).toString('utf8');
    } catch {
      return undefined;
    }
  }
}

function derive(key: string, purpose: string, bytes: number): Buffer {
  return Buffer.from(hkdfSync('sha256', key, '', purpose, bytes));
}
