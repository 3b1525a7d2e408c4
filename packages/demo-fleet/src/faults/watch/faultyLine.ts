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

import { watchLine } from '../../api/watch/EncodedEvent';
import { statusError } from '../statusError';
import type { WatchEventFault } from '../FaultRule';

/** An object, as far as a faulty line needs to know. */
export type Sample = {
  metadata: { annotations?: Record<string, string> };
  [field: string]: unknown;
};

const PADDING = 'demo.quarterdeck.dev/padding';
const DEFAULT_BYTES = 10 * 1_024 * 1_024;

/** A line that a watch should not contain. */
export function faultyLine(
  fault: WatchEventFault,
  sample: () => Sample,
): Buffer {
  if (fault.raw !== undefined) return Buffer.from(fault.raw);
  switch (fault.line) {
    case 'malformed': {
      const line = watchLine('MODIFIED', sample()).toString();
      return Buffer.from(`${line.slice(0, Math.ceil(line.length / 2))}\n`);
    }
    case 'unknown-type':
      return Buffer.from(
        `${JSON.stringify({ type: 'REWOUND', object: sample() })}\n`,
      );
    case 'oversized': {
      const { metadata, ...rest } = sample();
      const padding = 'x'.repeat(fault.bytes ?? DEFAULT_BYTES);
      const annotations = { ...metadata.annotations, [PADDING]: padding };
      return watchLine('MODIFIED', {
        ...rest,
        metadata: { ...metadata, annotations },
      });
    }
    default:
      return watchLine(
        'ERROR',
        statusError({ code: fault.code ?? 410 }, { inWatch: true }).status,
      );
  }
}
