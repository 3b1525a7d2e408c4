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
import { ViewRef } from '@quarterdeck/backstage-plugin-fleet-common';
import { LiveView, ViewQuestion } from './FleetApi';
import { TimeSource } from './TimeSource';
import { loadingState, TrackedView } from './TrackedView';
import { toViewQuery, viewQueryKey } from './viewQueryKey';
import { ViewState, ViewTransport } from './ViewState';

/** A card that comes back within this time shows its data at once. */
export const KEPT_AFTER_LAST_LISTENER_MS = 30_000;

/** What of a frame of 16 ms may go into drawing views, before the rest waits for the next one. */
const PUBLICATION_MS = 8;
/** After drawing all that has changed, how many times as long nothing is drawn: the page belongs to the person. */
const REST = 4;
const LONGEST_REST_MS = 250;

/** What the {@link ViewRegistry} needs. */
export interface ViewRegistryOptions {
  time: TimeSource;
  toBrowserTime(serverTime: number): number;
  transportOf(view: TrackedView | undefined): ViewTransport;
  /** A question was added or is no longer wanted. */
  onQuestionsChange(): void;
  onRefresh(view: TrackedView): void;
  /** A view is asked that was not known, and may be given something to begin with. */
  onAsked?(view: TrackedView): void;
  /** Nobody wants it to be kept up to date any longer. */
  onLeft?(view: TrackedView): void;
  /** Something else is shown: what views say, or only how fresh it is. */
  onPublished?(what: 'content' | 'age'): void;
}

type WantedView = Pick<
  ConstructorParameters<typeof TrackedView>[0],
  'key' | 'query' | 'keyOf' | 'initialState'
>;

/** The questions that somebody on the page asks, or asked a moment ago, each once. */
export class ViewRegistry {
  readonly #options: ViewRegistryOptions;
  readonly #views = new Map<string, TrackedView>();
  /** Not asked any more, and kept for somebody who may ask again. */
  readonly #asleep = new Map<string, TrackedView>();
  readonly #holds = new Map<string, number>();
  readonly #departures = new Map<string, () => void>();
  readonly #changed = new Set<TrackedView>();
  #cancelPublication?: () => void;
  /** Milliseconds that drawing has taken since the last rest. */
  #spent = 0;
  #restUntil = 0;
  #subscriptions = 0;

  constructor(options: ViewRegistryOptions) {
    this.#options = options;
  }

  /** Those that are asked, in the order in which they first were. */
  views(): TrackedView[] {
    return [...this.#views.values()];
  }

  /** Those too that are only kept. */
  known(): TrackedView[] {
    return [...this.#views.values(), ...this.#asleep.values()];
  }

  liveView<TRow extends object, TSummary extends object>(
    ref: ViewRef<TRow, TSummary, any>,
    question?: ViewQuestion<any>,
  ): LiveView<TRow, TSummary> {
    const query = toViewQuery(ref.id, question);
    const key = viewQueryKey(query);
    const initialState = loadingState(
      this.#options.transportOf(this.#views.get(key)),
      () => {
        const view = this.#views.get(key);
        if (view) {
          this.#options.onRefresh(view);
        }
      },
      { view: ref, query },
    );
    const wanted = { key, query, keyOf: ref.key, initialState };
    this.#prepare(wanted);
    return {
      key,
      getState: () =>
        (this.#views.get(key)?.state ??
          this.#asleep.get(key)?.state ??
          initialState) as ViewState<TRow, TSummary>,
      subscribe: (listener, options) =>
        this.#subscribe(
          wanted,
          listener,
          options?.keptMilliseconds ?? KEPT_AFTER_LAST_LISTENER_MS,
        ),
      hold: () => this.#hold(key),
    };
  }

  /** A new id makes the server answer anew. */
  renew(view: TrackedView): void {
    view.subscriptionId = this.#nextSubscriptionId();
    view.position = undefined;
    view.askedAt = this.#options.time.now();
    this.touch(view);
  }

  /** Marks a view as changed; its listeners hear of it in the next frame, or the one after it when there is too much for one. */
  touch(view: TrackedView): void {
    this.#changed.add(view);
    this.#cancelPublication ??= this.#afterRest();
  }

  #afterRest(): () => void {
    const { time } = this.#options;
    const rest = this.#restUntil - time.now();
    if (rest <= 0) return time.nextFrame(() => this.#publish());
    return time.after(rest, () => {
      this.#cancelPublication = time.nextFrame(() => this.#publish());
    });
  }

  /**
   * Tells one view after the other. Between two of them React draws what the first has changed, so that it can be seen how much of the
   * frame is left. What is awaited for the first time does not wait for another frame.
   */
  async #publish(): Promise<void> {
    const { time, onPublished } = this.#options;
    const publication = this.#cancelPublication;
    const begin = time.now();
    let told: 'content' | 'age' | undefined;
    try {
      for (const view of this.#changed) {
        const late = time.now() - begin >= PUBLICATION_MS;
        if (late && view.state.status !== 'loading') continue;
        this.#changed.delete(view);
        const change = this.#tell(view);
        if (!change) continue;
        if (told !== 'content') told = change;
        await undefined;
        if (this.#cancelPublication !== publication) break;
      }
    } finally {
      this.#spent += time.now() - begin;
      // Unless everything was forgotten meanwhile.
      if (this.#cancelPublication === publication) {
        this.#cancelPublication = undefined;
        if (this.#changed.size > 0) {
          this.#cancelPublication = time.nextFrame(() => this.#publish());
        } else {
          this.#restUntil =
            time.now() + Math.min(REST * this.#spent, LONGEST_REST_MS);
          this.#spent = 0;
        }
      }
    }
    if (told) onPublished?.(told);
  }

  /** What of a view its listeners were told; nothing when it is as it was. */
  #tell(view: TrackedView): 'content' | 'age' | undefined {
    const before = view.state;
    if (!view.publish(this.#options.transportOf(view))) return undefined;
    view.listeners.forEach(listener => listener());
    const { rows, summary, total } = view.state;
    return rows !== before.rows ||
      summary !== before.summary ||
      total !== before.total
      ? 'content'
      : 'age';
  }

  touchAll(): void {
    this.#views.forEach(view => this.touch(view));
  }

  /** Forgets all data, and the questions that nobody asks any more. */
  clear(): void {
    this.#departures.forEach((cancel, key) => {
      cancel();
      this.#views.delete(key);
    });
    this.#departures.clear();
    this.#asleep.clear();
    this.#views.forEach(view => {
      view.forget();
      this.renew(view);
    });
  }

  stop(): void {
    this.#departures.forEach(cancel => cancel());
    this.#departures.clear();
    this.#views.clear();
    this.#asleep.clear();
    this.#changed.clear();
    this.#cancelPublication?.();
    this.#cancelPublication = undefined;
  }

  #subscribe(
    wanted: WantedView,
    listener: () => void,
    keptMilliseconds: number,
  ): () => void {
    const { key } = wanted;
    let view = this.#views.get(key);
    if (!view) {
      view = this.#wake(key) ?? this.#create(wanted);
      view.subscriptionId = this.#nextSubscriptionId();
      this.#views.set(key, view);
      this.#options.onQuestionsChange();
    }
    this.#departures.get(key)?.();
    this.#departures.delete(key);
    // Two callers may hand over the same function, and each leaves for itself.
    const own = () => listener();
    view.listeners.add(own);
    return () => {
      view.listeners.delete(own);
      if (view.listeners.size === 0 && this.#views.get(key) === view) {
        this.#depart(key, keptMilliseconds);
      }
    };
  }

  #depart(key: string, keptMilliseconds: number): void {
    this.#departures.get(key)?.();
    this.#departures.set(
      key,
      this.#options.time.after(keptMilliseconds, () => {
        this.#departures.delete(key);
        const view = this.#views.get(key)!;
        this.#views.delete(key);
        if (this.#holds.has(key)) this.#asleep.set(key, view);
        this.#options.onLeft?.(view);
        this.#options.onQuestionsChange();
      }),
    );
  }

  #hold(key: string): () => void {
    this.#holds.set(key, (this.#holds.get(key) ?? 0) + 1);
    let held = true;
    return () => {
      if (!held) return;
      held = false;
      const left = this.#holds.get(key)! - 1;
      if (left > 0) {
        this.#holds.set(key, left);
      } else {
        this.#holds.delete(key);
        this.#asleep.delete(key);
      }
    };
  }

  /** What can be shown at once is there when a component is first drawn, before it subscribes. */
  #prepare(wanted: WantedView): void {
    const { key } = wanted;
    if (this.#views.has(key) || this.#asleep.has(key)) return;
    const view = this.#create(wanted);
    if (!view.data) return;
    this.#asleep.set(key, view);
    this.#options.time.after(KEPT_AFTER_LAST_LISTENER_MS, () => {
      if (this.#asleep.get(key) === view && !this.#holds.has(key)) {
        this.#asleep.delete(key);
      }
    });
  }

  #create(wanted: WantedView): TrackedView {
    const view = new TrackedView({
      ...wanted,
      // Until it is asked.
      subscriptionId: '',
      toBrowserTime: this.#options.toBrowserTime,
    });
    this.#options.onAsked?.(view);
    view.publish(this.#options.transportOf(view));
    return view;
  }

  /** The question is another one for the server, and goes on from what is held. */
  #wake(key: string): TrackedView | undefined {
    const view = this.#asleep.get(key);
    this.#asleep.delete(key);
    if (view) {
      view.askedAt = undefined;
      view.reachable = undefined;
    }
    return view;
  }

  #nextSubscriptionId(): string {
    this.#subscriptions += 1;
    return `v${this.#subscriptions}`;
  }
}
