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
import { StreamRequest } from '@quarterdeck/backstage-plugin-fleet-common';
import { TimeSource } from './TimeSource';

// Cards of one page mount within a few frames of each other.
const GATHER_MS = 20;

/** What the {@link SubscriptionSync} needs. */
export interface SubscriptionSyncOptions {
  time: TimeSource;
  /** What the stream shall carry now. */
  request(): StreamRequest;
  put(streamId: string, request: StreamRequest): Promise<boolean>;
  /** The stream cannot be changed any more: connect again. */
  onBroken(): void;
}

function idsOf(request: StreamRequest): string {
  return request.subscriptions.map(({ id }) => id).join(' ');
}

/** Keeps what an open stream carries equal to what is asked: many changes, one request at a time. */
export class SubscriptionSync {
  readonly #options: SubscriptionSyncOptions;
  #streamId?: string;
  #sentIds = '';
  #cancelGathering?: () => void;
  #sending = false;

  constructor(options: SubscriptionSyncOptions) {
    this.#options = options;
  }

  /** Notes what a new stream is asked for. */
  connecting(request: StreamRequest): void {
    this.#streamId = undefined;
    this.#sentIds = idsOf(request);
  }

  opened(streamId: string): void {
    this.#streamId = streamId;
    this.changed();
  }

  closed(): void {
    this.#streamId = undefined;
    this.#cancelGathering?.();
    this.#cancelGathering = undefined;
  }

  changed(): void {
    if (this.#streamId !== undefined) {
      this.#cancelGathering ??= this.#options.time.after(GATHER_MS, () => {
        this.#cancelGathering = undefined;
        this.#send();
      });
    }
  }

  async #send(): Promise<void> {
    const streamId = this.#streamId;
    const request = this.#options.request();
    const ids = idsOf(request);
    if (streamId === undefined || this.#sending || ids === this.#sentIds) {
      return;
    }
    this.#sending = true;
    this.#sentIds = ids;
    const accepted = await this.#options
      .put(streamId, request)
      .catch(() => false);
    this.#sending = false;
    if (streamId !== this.#streamId) {
      return;
    }
    if (accepted) {
      this.changed();
    } else {
      this.#options.onBroken();
    }
  }
}
