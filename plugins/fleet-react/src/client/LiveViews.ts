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
  ViewAnswer,
  ViewRef,
} from '@quarterdeck/backstage-plugin-fleet-common';
import { jittered } from './connectionPolicy';
import { LiveView, ViewQuestion } from './FleetApi';
import { FleetRest } from './FleetRest';
import { PageActivity } from './PageActivity';
import { PollFallback } from './PollFallback';
import { isDenied, isUnreachable } from './requestFailures';
import { ServerClock } from './ServerClock';
import { runStream, StreamEnding } from './streamConnection';
import { StreamSlots } from './StreamSlots';
import { StreamState } from './StreamState';
import { StreamMode, StreamSupervisor } from './StreamSupervisor';
import { SubscriptionSync } from './SubscriptionSync';
import { TimeSource } from './TimeSource';
import { TrackedView } from './TrackedView';
import { UserWatch } from './UserWatch';
import { ViewRegistry } from './ViewRegistry';
import { ViewTransport } from './ViewState';
import { WarmStart } from './warm/WarmStart';
import { WarmViews } from './warm/WarmViews';

const FAILED_VIEW_RETRY_MS = 30_000;

/** What {@link LiveViews} need. */
export interface LiveViewsOptions {
  rest: FleetRest;
  users: UserWatch;
  clock: ServerClock;
  time: TimeSource;
  page: PageActivity;
  slots: StreamSlots;
  /** Absent where nothing is kept. */
  warm?: WarmStart;
}

/** Puts the parts together that keep views up to date: by one stream, or by REST when the stream cannot be had. */
export class LiveViews {
  readonly #rest: FleetRest;
  readonly #users: UserWatch;
  readonly #time: TimeSource;
  readonly #registry: ViewRegistry;
  readonly #stream: StreamState;
  readonly #sync: SubscriptionSync;
  readonly #poll: PollFallback;
  readonly #supervisor: StreamSupervisor;
  readonly #warmViews?: WarmViews;
  readonly #stopListening: () => void;

  constructor(options: LiveViewsOptions) {
    const { rest, users, clock, time, page, slots, warm } = options;
    this.#rest = rest;
    this.#users = users;
    this.#time = time;
    this.#registry = new ViewRegistry({
      time,
      toBrowserTime: serverTime => clock.toBrowser(serverTime, time.now()),
      transportOf: view => this.#transportOf(view),
      onQuestionsChange: () => this.#questionsChanged(),
      onRefresh: view => this.#refresh(view),
      onAsked: view => this.#warmViews?.asked(view),
      onLeft: view => this.#warmViews?.left(view),
      onPublished: what => warm?.changed(what),
    });
    this.#warmViews =
      warm && new WarmViews({ warm, registry: this.#registry, time });
    this.#stream = new StreamState({
      time,
      registry: this.#registry,
      onRenewed: () => this.#sync.changed(),
      onHeartbeat: now => {
        clock.observe(now, time.now());
        this.#checkUser();
      },
      onFailed: view => {
        this.#warmViews?.failed(view);
        this.#retryLater(view);
      },
    });
    this.#sync = new SubscriptionSync({
      time,
      request: () => this.#stream.request(),
      put: (streamId, request) => rest.putSubscriptions(streamId, request),
      onBroken: () => this.#supervisor.reconnect(),
    });
    this.#poll = new PollFallback({
      time,
      read: (view, signal) => this.#readForUser(view, signal),
      onAnswer: (view, answer) => this.#polled(view, answer),
      onFailure: (view, error) => this.#pollFailed(view, error),
    });
    this.#supervisor = new StreamSupervisor({
      time,
      page,
      slots,
      connect: (signal, onOpen) => this.#connect(signal, onOpen),
      onMode: mode => this.#modeChanged(mode),
    });
    const stopUsers = users.onChange(() => this.#userChanged());
    const stopPage = page.onChange(change => {
      if (change === 'shown') {
        this.#checkUser();
      }
    });
    this.#stopListening = () => {
      stopUsers();
      stopPage();
    };
  }

  live<TRow extends object, TSummary extends object>(
    view: ViewRef<TRow, TSummary, any>,
    question?: ViewQuestion<any>,
  ): LiveView<TRow, TSummary> {
    return this.#registry.liveView(view, question);
  }

  /** Ends the stream and forgets everything. */
  stop(): void {
    this.#stopListening();
    this.#supervisor.stop();
    this.#poll.cover([]);
    this.#sync.closed();
    this.#registry.stop();
  }

  async #connect(
    signal: AbortSignal,
    onOpen: () => void,
  ): Promise<StreamEnding> {
    const ending = await runStream({
      time: this.#time,
      signal,
      open: async connection => {
        await this.#users.check();
        const request = this.#stream.openingRequest();
        this.#sync.connecting(request);
        return this.#rest.openStream(request, connection);
      },
      onMessage: (message, eventId) => {
        this.#stream.handle(message, eventId);
        if (message.event === 'open') {
          onOpen();
          this.#sync.opened(message.data.streamId);
        }
      },
    });
    this.#sync.closed();
    this.#stream.closed();
    return ending;
  }

  #transportOf(view: TrackedView | undefined): ViewTransport {
    const before = view?.state.transport ?? 'stream';
    if (view?.reachable !== undefined) {
      return view.reachable ? 'poll' : 'offline';
    }
    return this.#supervisor.mode === 'live' ? 'stream' : before;
  }

  #questionsChanged(): void {
    this.#supervisor.want(this.#registry.views().length > 0);
    this.#stream.tidy();
    this.#sync.changed();
    this.#coverByPolling();
  }

  #modeChanged(mode: StreamMode): void {
    if (mode === 'live') {
      this.#stream.carried().forEach(view => {
        view.reachable = undefined;
      });
    }
    this.#coverByPolling();
    this.#registry.touchAll();
  }

  #coverByPolling(): void {
    const { mode } = this.#supervisor;
    if (mode === 'polling') {
      this.#poll.cover(this.#registry.views());
    } else if (mode === 'live') {
      const carried = new Set(this.#stream.carried());
      this.#poll.cover(
        this.#registry.views().filter(view => !carried.has(view)),
      );
    } else {
      this.#poll.cover([]);
    }
  }

  #refresh(view: TrackedView): void {
    if (
      this.#supervisor.mode === 'live' &&
      this.#stream.carried().includes(view)
    ) {
      this.#stream.renew(view);
      return;
    }
    view.askedAt = this.#time.now();
    this.#registry.touch(view);
    this.#poll.readNow(view);
  }

  async #readForUser(
    view: TrackedView,
    signal: AbortSignal,
  ): Promise<ViewAnswer> {
    await this.#users.check();
    const { user } = this.#users;
    const answer = await this.#rest.readView(view.query, { signal });
    return user === this.#users.user ? answer : this.#readForUser(view, signal);
  }

  #polled(view: TrackedView, answer: ViewAnswer): void {
    if (this.#stream.isAttached(view)) {
      return;
    }
    const recovered = view.reachable === false;
    view.answered(answer);
    if (this.#isPolled(view)) {
      view.reachable = true;
    }
    this.#registry.touch(view);
    if (recovered) {
      this.#supervisor.retryNow();
    }
  }

  #pollFailed(view: TrackedView, error: Error): void {
    if (this.#stream.isAttached(view)) {
      return;
    }
    const unreachable = isUnreachable(error);
    if (this.#isPolled(view)) {
      view.reachable = !unreachable;
    }
    if (!unreachable || !view.data) {
      view.failed(error, isDenied(error));
      this.#warmViews?.failed(view);
    }
    view.askedAt = undefined;
    this.#registry.touch(view);
  }

  #isPolled(view: TrackedView): boolean {
    return (
      this.#supervisor.mode !== 'live' || !this.#stream.carried().includes(view)
    );
  }

  #retryLater(view: TrackedView): void {
    const { subscriptionId } = view;
    this.#time.after(
      jittered(FAILED_VIEW_RETRY_MS, this.#time.random()),
      () => {
        const same =
          view.subscriptionId === subscriptionId &&
          this.#registry.views().includes(view);
        if (same && view.failure && this.#supervisor.mode === 'live') {
          this.#stream.renew(view);
        }
      },
    );
  }

  #checkUser(): void {
    // Without an identity nothing is answered either, and that says so itself.
    this.#users.check().catch(() => {});
  }

  #userChanged(): void {
    this.#poll.cover([]);
    this.#stream.forget();
    this.#registry.clear();
    this.#supervisor.reconnect();
    this.#questionsChanged();
  }
}
