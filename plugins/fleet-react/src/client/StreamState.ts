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
import {
  HeartbeatEvent,
  MAX_SUBSCRIPTIONS,
  StreamRequest,
  SubscribedEvent,
} from '@quarterdeck/backstage-plugin-fleet-common';
import { StreamMessage } from './streamConnection';
import { TimeSource } from './TimeSource';
import { TrackedView } from './TrackedView';
import { ViewRegistry } from './ViewRegistry';

// A server that was asked answers within seconds or says that it cannot.
const OVERDUE_MS = 20_000;

/** What the {@link StreamState} needs. */
export interface StreamStateOptions {
  time: TimeSource;
  registry: ViewRegistry;
  /** Questions were given new ids. */
  onRenewed(): void;
  onHeartbeat(now: number): void;
  onFailed(view: TrackedView): void;
}

/** Turns what the stream says into what the views hold. */
export class StreamState {
  readonly #options: StreamStateOptions;
  /** Views that the running stream carries. */
  readonly #attached = new Set<TrackedView>();
  #epoch?: string;
  #lastEventId?: string;

  constructor(options: StreamStateOptions) {
    this.#options = options;
  }

  /** The views that one stream can carry: those on the screen first. */
  carried(): TrackedView[] {
    const views = this.#options.registry.views();
    return views.length <= MAX_SUBSCRIPTIONS
      ? views
      : [
          ...views.filter(view => view.listeners.size > 0),
          ...views.filter(view => view.listeners.size === 0),
        ].slice(0, MAX_SUBSCRIPTIONS);
  }

  /** Asks for all carried views, from what is held on. */
  request(): StreamRequest {
    const { registry, time } = this.#options;
    const carried = this.carried();
    const held: NonNullable<StreamRequest['held']> = {};
    for (const view of carried) {
      const position = view.held();
      if (position) {
        held[view.subscriptionId] = position;
      }
      if (!this.#attached.has(view) && view.askedAt === undefined) {
        view.askedAt = time.now();
        registry.touch(view);
      }
    }
    return {
      subscriptions: carried.map(view => view.subscription()),
      held,
    };
  }

  /** The same for a new stream, which goes on after the last event of the one before. */
  openingRequest(): StreamRequest {
    this.#attached.clear();
    for (const view of this.#options.registry.views()) {
      // A snapshot that did not come any more will not come now.
      if (view.position?.version === undefined) {
        view.position = undefined;
      }
    }
    return { ...this.request(), lastEventId: this.#lastEventId };
  }

  closed(): void {
    this.#attached.clear();
  }

  /** Nothing of an earlier stream can be resumed. */
  forget(): void {
    this.#attached.clear();
    this.#epoch = undefined;
    this.#lastEventId = undefined;
  }

  /** Lets go of what is not asked any more. */
  tidy(): void {
    const asked = new Set(this.#options.registry.views());
    this.#attached.forEach(view => {
      if (!asked.has(view)) this.#attached.delete(view);
    });
  }

  isAttached(view: TrackedView): boolean {
    return this.#attached.has(view);
  }

  renew(view: TrackedView): void {
    this.#attached.delete(view);
    this.#options.registry.renew(view);
    this.#options.onRenewed();
  }

  handle(message: StreamMessage, eventId: string | undefined): void {
    this.#lastEventId = eventId ?? this.#lastEventId;
    const { registry } = this.#options;
    switch (message.event) {
      case 'open':
        this.#opened(message.data.epoch);
        break;
      case 'subscribed':
        this.#subscribed(message.data);
        break;
      case 'snapshot': {
        const { channel, version } = message.data;
        for (const view of this.#on(channel)) {
          view.answered(message.data, { channel, version });
          registry.touch(view);
        }
        break;
      }
      case 'delta':
        for (const view of this.#on(message.data.channel)) {
          if (view.changed(message.data)) {
            registry.touch(view);
          } else {
            this.renew(view);
          }
        }
        break;
      case 'heartbeat':
        this.#heartbeat(message.data);
        break;
      case 'subscription-error': {
        const { id, error } = message.data;
        const view = this.#byId(id);
        if (view) {
          this.#attached.delete(view);
          view.failed(
            Object.assign(new Error(error.message), { name: error.name }),
            error.name === 'NotAllowedError',
          );
          registry.touch(view);
          this.#options.onFailed(view);
        }
        break;
      }
      default:
    }
  }

  #opened(epoch: string): void {
    if (this.#epoch !== undefined && this.#epoch !== epoch) {
      this.#options.registry.known().forEach(view => {
        view.position = undefined;
      });
    }
    this.#epoch = epoch;
  }

  #subscribed({ id, channel, resumed }: SubscribedEvent): void {
    const view = this.#byId(id);
    if (!view) {
      return;
    }
    if (resumed && view.held()?.channel !== channel) {
      this.renew(view);
      return;
    }
    const twin = this.#on(channel).find(other => other.held());
    this.#attached.add(view);
    if (resumed) {
      view.askedAt = undefined;
      view.failure = undefined;
    } else if (twin && twin !== view) {
      view.adopt(twin);
    } else {
      view.position = { channel };
    }
    this.#options.registry.touch(view);
  }

  #heartbeat({ now, asOf }: HeartbeatEvent): void {
    const { time, registry, onHeartbeat } = this.#options;
    onHeartbeat(now);
    const overdue = time.now() - OVERDUE_MS;
    for (const view of this.carried()) {
      const { channel } = view.position ?? {};
      if (view.askedAt !== undefined && view.askedAt < overdue) {
        this.renew(view);
      } else if (
        this.#attached.has(view) &&
        channel !== undefined &&
        asOf[channel] !== undefined
      ) {
        view.provenFresh(asOf[channel]);
        registry.touch(view);
      }
    }
  }

  #on(channel: string): TrackedView[] {
    return [...this.#attached].filter(
      view => view.position?.channel === channel,
    );
  }

  #byId(id: string): TrackedView | undefined {
    return this.#options.registry
      .views()
      .find(view => view.subscriptionId === id);
  }
}
