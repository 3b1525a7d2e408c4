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

import type { StoreEvent } from '../../store/ChangeHistory';
import type { KubeObject } from '../../store/KubeObject';
import type { ResourceType } from '../../store/ResourceType';
import { viewOf } from '../ApiContext';
import { ObjectEncoder, partialMetadata } from '../ObjectEncoder';

const TAIL = Buffer.from('}\n');

export type WatchEventType = StoreEvent['type'] | 'BOOKMARK' | 'ERROR';

export function watchLine(type: WatchEventType, object: unknown): Buffer {
  return Buffer.from(`${JSON.stringify({ type, object })}\n`);
}

/**
 * One change and the lines made of it. Watchers that show the same share the
 * same bytes.
 */
export class EncodedEvent {
  readonly #encoder: ObjectEncoder;
  readonly #lines = new Map<string | ResourceType, Buffer>();

  constructor(
    readonly event: StoreEvent,
    encoder: ObjectEncoder,
  ) {
    this.#encoder = encoder;
  }

  object(type: ResourceType): Buffer {
    return this.#cached(type, () =>
      objectLine(this.#encoder, type, this.event.type, this.event.object),
    );
  }

  partial(): Buffer {
    return this.#cached('partial', () =>
      watchLine(this.event.type, partialMetadata(this.event.object)),
    );
  }

  #cached(key: string | ResourceType, make: () => Buffer): Buffer {
    let line = this.#lines.get(key);
    if (!line) {
      line = make();
      this.#lines.set(key, line);
    }
    return line;
  }
}

export function objectLine(
  encoder: ObjectEncoder,
  type: ResourceType,
  eventType: WatchEventType,
  object: KubeObject,
): Buffer {
  return Buffer.concat([
    Buffer.from(`{"type":"${eventType}","object":`),
    encoder.object(type, viewOf(type, object)),
    TAIL,
  ]);
}
