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

import { badRequest } from '../ApiError';
import { goJsonError } from '../goJsonError';

export interface ContinueToken {
  resourceVersion: string;
  /** Key of the last object that was sent, below the listed scope. */
  after: string;
}

const VERSION = 'meta.k8s.io/v1';
/** Behind a key, so that the key itself is left out. */
const END = '\u0000';

export function encodeContinueToken(token: ContinueToken): string {
  const content = {
    v: VERSION,
    rv: Number(token.resourceVersion),
    start: `/${token.after}${END}`,
  };
  return Buffer.from(JSON.stringify(content)).toString('base64url');
}

export function decodeContinueToken(text: string): ContinueToken {
  const json = Buffer.from(text, 'base64url').toString();
  const error = goJsonError(json);
  if (error) {
    throw badRequest(
      `invalid continue token: continue key is not valid: ${error}`,
    );
  }
  const content = JSON.parse(json);
  if (content?.v !== VERSION) {
    throw badRequest(
      'invalid continue token: continue key is not valid: server does not recognize this encoded version',
    );
  }
  return {
    resourceVersion: String(content.rv),
    after: String(content.start ?? '')
      .replace(/^\//, '')
      .split(END)[0],
  };
}
