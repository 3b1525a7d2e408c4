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

import { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  EndEvent,
  Subscription,
} from '@quarterdeck/backstage-plugin-fleet-common';
import { ServerResponse } from 'node:http';
import { Viewer } from '../permissions/Viewer';
import { Channel, Frame } from './Channel';
import { sseFrame } from './sseFrame';

/** Above this a reader is behind: deltas are dropped and it gets the newest state once it has read what is under way. */
const MAX_BUFFERED_BYTES = 1024 * 1024;

/** A reader that stays behind for longer is sent away; it may come back and resume. */
export const MAX_BEHIND_MS = 30_000;

/** A reader that has not taken the last of a stream by then is cut off: an open response keeps the server from ending. */
const LAST_WORDS_MS = 1_000;

/** A delta and the channel that it belongs to. */
export interface ChannelFrame {
  readonly channel: Channel;
  readonly frame: Frame;
}

/**
 * One connected reader and what it reads.
 */
export class ClientStream {
  readonly id: string;
  readonly credentials: BackstageCredentials;
  viewer: Viewer;
  /** Ends when what it reads has been changed as was last asked for. */
  changing: Promise<void> = Promise.resolve();
  readonly subscriptions = new Map<
    string,
    { subscription: Subscription; channel: Channel }
  >();
  readonly #response: ServerResponse;
  readonly #missed = new Set<Channel>();
  #behindSince: number | undefined;
  #ended = false;

  constructor(options: {
    id: string;
    credentials: BackstageCredentials;
    viewer: Viewer;
    response: ServerResponse;
  }) {
    this.id = options.id;
    this.credentials = options.credentials;
    this.viewer = options.viewer;
    this.#response = options.response;
    this.#response.on('drain', () => this.#catchUp());
  }

  get ended(): boolean {
    return this.#ended;
  }

  /** Since when it has been behind, in epoch milliseconds. */
  get behindSince(): number | undefined {
    return this.#behindSince;
  }

  get channels(): Set<Channel> {
    return new Set(
      [...this.subscriptions.values()].map(({ channel }) => channel),
    );
  }

  reads(channel: Channel): boolean {
    for (const held of this.subscriptions.values()) {
      if (held.channel === channel) return true;
    }
    return false;
  }

  send(event: string, data: object): void {
    this.#write(sseFrame(event, data));
  }

  /** Sends the newest state; later when the reader is behind. Of a channel that is not ready, it is sent when that is. */
  sendSnapshot(channel: Channel): void {
    if (!channel.isReady) {
      return;
    }
    if (this.#isBehind()) {
      this.#missed.add(channel);
    } else {
      this.#missed.delete(channel);
      this.#write(channel.snapshot());
    }
  }

  /** Sends deltas together; `joined` gives their bytes in one piece. A channel of which one was left out gets its newest state later. */
  sendFrames(frames: readonly ChannelFrame[], joined: () => Buffer): void {
    if (this.#isBehind()) {
      frames.forEach(({ channel }) => this.#missed.add(channel));
    } else if (frames.some(({ channel }) => this.#missed.has(channel))) {
      frames
        .filter(({ channel }) => !this.#missed.has(channel))
        .forEach(({ frame }) => this.#write(frame.bytes));
    } else {
      this.#write(joined());
    }
  }

  end(reason: EndEvent['reason'] | 'gone'): void {
    if (this.#ended) {
      return;
    }
    this.#ended = true;
    if (reason === 'gone' || reason === 'slow') {
      this.#response.destroy();
    } else {
      this.#response.end(sseFrame('end', { reason }));
      const late = setTimeout(() => this.#response.destroy(), LAST_WORDS_MS);
      late.unref();
      this.#response.once('close', () => clearTimeout(late));
    }
  }

  #isBehind(): boolean {
    const behind = this.#response.writableLength > MAX_BUFFERED_BYTES;
    if (behind) {
      this.#behindSince ??= Date.now();
    }
    return behind;
  }

  #catchUp(): void {
    this.#behindSince = undefined;
    const missed = [...this.#missed];
    this.#missed.clear();
    for (const channel of missed) {
      if (this.reads(channel)) {
        this.sendSnapshot(channel);
      }
    }
  }

  #write(bytes: Buffer): void {
    if (!this.#ended) {
      this.#response.write(bytes);
    }
  }
}
