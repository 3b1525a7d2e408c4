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

import { OpenQuery, ViewEngine } from '../views/ViewEngine';
import { diffAnswers, ToldState, toldState } from './diffAnswers';
import { sseFrame } from './sseFrame';

/** How many deltas are kept for clients that come back, and how many bytes of them. */
const MAX_KEPT_FRAMES = 256;
const MAX_KEPT_BYTES = 512 * 1024;

/** One encoded delta. */
export interface Frame {
  readonly sequence: number;
  readonly version: number;
  readonly bytes: Buffer;
}

/**
 * One question as it is told to all streams that asked it: encoded once, with the last deltas kept for those that come back.
 */
export class Channel {
  readonly id: string;
  readonly open: OpenQuery;
  readonly #engine: ViewEngine;
  readonly #eventId: (sequence: number) => string;
  #version = 1;
  #told: ToldState | undefined;
  #snapshot: Buffer | undefined;
  #frames: Frame[] = [];
  #keptBytes = 0;
  /** Sequence before which nothing is known of this channel. */
  readonly #since: number;
  #droppedUntil: number;
  #sequence: number;

  constructor(options: {
    id: string;
    open: OpenQuery;
    engine: ViewEngine;
    sequence: number;
    eventId: (sequence: number) => string;
  }) {
    this.id = options.id;
    this.open = options.open;
    this.#engine = options.engine;
    this.#eventId = options.eventId;
    this.#since = options.sequence;
    this.#droppedUntil = options.sequence;
    this.#sequence = options.sequence;
    this.begin();
  }

  /** Whether there is something to tell; before that, readers wait. */
  get isReady(): boolean {
    return this.#told !== undefined;
  }

  /** Takes the first answer, if there is one by now. Says whether there is. */
  begin(): boolean {
    if (!this.#told && this.open.isReady()) {
      this.#told = toldState(this.#engine.answer(this.open), this.#keyOf);
    }
    return this.isReady;
  }

  get version(): number {
    return this.#version;
  }

  /** Compares with what was told and, when something changed, makes the next delta under the given sequence. */
  advance(sequence: number): Frame | undefined {
    // Too many rows may have left a window: it is told when it was filled anew.
    if (!this.#told || !this.open.isReady()) {
      return undefined;
    }
    const answer = this.#engine.answer(this.open);
    const changed = diffAnswers(this.#told, answer, this.#keyOf);
    if (!changed) {
      return undefined;
    }
    this.#told = changed.next;
    this.#version += 1;
    this.#sequence = sequence;
    this.#snapshot = undefined;
    const frame = {
      sequence,
      version: this.#version,
      bytes: sseFrame(
        'delta',
        { channel: this.id, version: this.#version, ...changed.delta },
        this.#eventId(sequence),
      ),
    };
    this.#keep(frame);
    return frame;
  }

  /** The whole state as last told, encoded once for all who need it. Only of a channel that is ready. */
  snapshot(): Buffer {
    if (!this.#told) {
      throw new Error('There is nothing to tell yet');
    }
    if (!this.#snapshot) {
      const { rows, total, summary } = this.#told;
      this.#snapshot = sseFrame(
        'snapshot',
        {
          channel: this.id,
          version: this.#version,
          rows,
          total,
          summary: JSON.parse(summary),
          coverage: {
            ...this.#told.coverage,
            asOf: this.asOf(),
          },
        },
        this.#eventId(this.#sequence),
      );
    }
    return this.#snapshot;
  }

  /** The deltas after a version, or undefined when they are no longer kept. */
  framesAfterVersion(version: number): Frame[] | undefined {
    const first = this.#version - this.#frames.length;
    return version >= first && version <= this.#version
      ? this.#frames.filter(frame => frame.version > version)
      : undefined;
  }

  /** The deltas after an event id of this backend, or undefined when they are no longer kept. */
  framesAfterSequence(sequence: number): Frame[] | undefined {
    return sequence >= this.#since && sequence >= this.#droppedUntil
      ? this.#frames.filter(frame => frame.sequence > sequence)
      : undefined;
  }

  asOf(): number | undefined {
    return this.#engine.asOf(this.open.live);
  }

  readonly #keyOf = (row: any) => this.open.live.view.ref.key(row);

  #keep(frame: Frame): void {
    this.#frames.push(frame);
    this.#keptBytes += frame.bytes.length;
    while (
      this.#frames.length > MAX_KEPT_FRAMES ||
      this.#keptBytes > MAX_KEPT_BYTES
    ) {
      const dropped = this.#frames.shift()!;
      this.#keptBytes -= dropped.bytes.length;
      this.#droppedUntil = dropped.sequence;
    }
  }
}
