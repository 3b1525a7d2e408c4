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

import { ViewQuery } from '@quarterdeck/backstage-plugin-fleet-common';
import { LiveQuery } from '../views/LiveQuery';
import { ViewEngine } from '../views/ViewEngine';
import { Channel } from './Channel';
import { ClientStream } from './ClientStream';

/** A channel and the streams that read it. */
export interface HeldChannel {
  readonly channel: Channel;
  readonly streams: Set<ClientStream>;
  linger?: NodeJS.Timeout;
}

/** The channels that are read, and for a while those that were. */
export class Channels {
  readonly #engine: ViewEngine;
  readonly #epoch: string;
  readonly #linger: number;
  readonly #byKey = new Map<string, HeldChannel>();
  readonly #byLive = new Map<LiveQuery, Set<HeldChannel>>();
  #count = 0;

  /** @param options.linger - milliseconds for which a channel without readers is kept for those that come back. */
  constructor(options: { engine: ViewEngine; epoch: string; linger: number }) {
    this.#engine = options.engine;
    this.#epoch = options.epoch;
    this.#linger = options.linger;
  }

  /** Those that tell of a question. */
  of(live: LiveQuery): Iterable<HeldChannel> {
    return this.#byLive.get(live) ?? [];
  }

  /**
   * Finds or makes the channel of a question and has the stream read it.
   *
   * @throws what {@link ViewEngine.open} throws.
   */
  join(stream: ClientStream, query: ViewQuery, sequence: number): Channel {
    const open = this.#engine.open(query, stream.viewer);
    let held = this.#byKey.get(open.key);
    if (held) {
      open.release();
    } else {
      this.#count += 1;
      held = {
        channel: new Channel({
          id: `${this.#epoch}-${this.#count}`,
          open,
          engine: this.#engine,
          sequence,
          eventId: at => `${this.#epoch}:${at}`,
        }),
        streams: new Set(),
      };
      this.#byKey.set(open.key, held);
      const ofLive = this.#byLive.get(open.live) ?? new Set();
      ofLive.add(held);
      this.#byLive.set(open.live, ofLive);
    }
    clearTimeout(held.linger);
    held.streams.add(stream);
    return held.channel;
  }

  /** The stream does not read the channel any longer. */
  leave(stream: ClientStream, channel: Channel): void {
    const held = this.#byKey.get(channel.open.key);
    if (!held?.streams.delete(stream) || held.streams.size > 0) {
      return;
    }
    clearTimeout(held.linger);
    held.linger = setTimeout(() => this.#discard(held), this.#linger);
    held.linger.unref();
  }

  stop(): void {
    for (const held of this.#byKey.values()) {
      clearTimeout(held.linger);
      held.channel.open.release();
    }
    this.#byKey.clear();
    this.#byLive.clear();
  }

  #discard(held: HeldChannel): void {
    const { open } = held.channel;
    this.#byKey.delete(open.key);
    const ofLive = this.#byLive.get(open.live);
    ofLive?.delete(held);
    if (ofLive?.size === 0) {
      this.#byLive.delete(open.live);
    }
    open.release();
  }
}
