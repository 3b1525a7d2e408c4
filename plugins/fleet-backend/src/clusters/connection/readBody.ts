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

import type { Readable } from 'node:stream';

export interface ReadBodyOptions {
  readonly largest: number;
  readonly onBytes: () => void;
}

/** Thrown when a body is over the size that a caller is ready for. */
export class BodyTooLargeError extends Error {
  readonly name = 'BodyTooLargeError';
}

/** Reads a body to its end as text. */
export function readBody(
  body: Readable,
  options: ReadBodyOptions,
): Promise<string> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    let ended = false;
    body.on('data', (chunk: Buffer) => {
      options.onBytes();
      size += chunk.length;
      if (size > options.largest) {
        body.destroy();
        reject(
          new BodyTooLargeError(
            `The answer is larger than ${options.largest} bytes`,
          ),
        );
        return;
      }
      chunks.push(chunk);
    });
    body.on('end', () => {
      ended = true;
    });
    body.on('error', reject);
    // HTTP/2 reports a stream that was cut as ended; only its closing says how.
    body.on('close', () => {
      if (ended && !wasCut(body)) {
        resolve(Buffer.concat(chunks).toString('utf8'));
      } else {
        reject(new Error('The answer was cut off'));
      }
    });
  });
}

/** Whether the stream was ended by something else than its sender's end. */
export function wasCut(body: Readable): boolean {
  const { aborted, rstCode } = body as { aborted?: boolean; rstCode?: number };
  return aborted === true || (rstCode !== undefined && rstCode !== 0);
}
