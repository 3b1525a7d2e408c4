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
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const VERSION = 'v1';
/** As many characters as 32 random bytes have in base64. */
const SHORTEST_KEY = 43;

/** Encrypts credentials for the database. What was encrypted for one cluster cannot be decrypted as that of another. */
export class CredentialCipher {
  readonly #keys: readonly Buffer[];

  /**
   * Undefined when no key is configured.
   *
   * @throws Error when a key is too short to be random.
   */
  static fromConfig(config: RootConfigService): CredentialCipher | undefined {
    const key = config.getOptionalString('fleet.encryption.key');
    const former =
      config.getOptionalStringArray('fleet.encryption.formerKeys') ?? [];
    if (key === undefined) {
      return undefined;
    }
    if ([key, ...former].some(each => each.length < SHORTEST_KEY)) {
      throw new Error(
        `Keys of fleet.encryption need at least ${SHORTEST_KEY} characters: make one with 'openssl rand -base64 32'`,
      );
    }
    return new CredentialCipher(key, former);
  }

  private constructor(key: string, former: readonly string[]) {
    this.#keys = [key, ...former].map(each =>
      Buffer.from(hkdfSync('sha256', each, '', PURPOSE, 32)),
    );
  }

  encrypt(cluster: string, text: string): string {
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv(ALGORITHM, this.#keys[0], nonce);
    cipher.setAAD(Buffer.from(cluster));
    const encrypted = Buffer.concat([
      cipher.update(text, 'utf8'),
      cipher.final(),
    ]);
    const sealed = Buffer.concat([nonce, cipher.getAuthTag(), encrypted]);
    return `${VERSION}:${sealed.toString('base64')}`;
  }

  /** Undefined when none of the keys fits. */
  decrypt(cluster: string, encrypted: string): string | undefined {
    const [version, sealed] = encrypted.split(':');
    if (version !== VERSION) {
      return undefined;
    }
    const bytes = Buffer.from(sealed, 'base64');
    for (const key of this.#keys) {
      const text = open(key, cluster, bytes);
      if (text !== undefined) return text;
    }
    return undefined;
  }
}

function open(key: Buffer, cluster: string, bytes: Buffer): string | undefined {
  try {
    const nonce = bytes.subarray(0, NONCE_BYTES);
    const decipher = createDecipheriv(ALGORITHM, key, nonce, {
      authTagLength: TAG_BYTES,
    });
    decipher.setAAD(Buffer.from(cluster));
    decipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
    return Buffer.concat([
      decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES)),
      decipher.final(),
    ]).toString('utf8');
  } catch {
    return undefined;
  }
}
