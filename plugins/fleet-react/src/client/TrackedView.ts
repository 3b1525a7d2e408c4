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
  Coverage,
  Subscription,
  ViewAnswer,
  ViewQuery,
} from '@quarterdeck/backstage-plugin-fleet-common';
import { RowKey, ViewData, withAnswer, withDelta } from './viewData';
import { ViewSource, ViewState, ViewTransport } from './ViewState';

/** A state to show before anything is known. */
export function loadingState(
  transport: ViewTransport,
  refresh: () => void,
  source?: ViewSource,
): ViewState {
  return {
    status: 'loading',
    rows: [],
    total: 0,
    transport,
    refreshing: false,
    refresh,
    ...(source && { source }),
  };
}

function sameState(a: ViewState, b: ViewState): boolean {
  const parts = [...Object.keys(a), ...Object.keys(b)] as (keyof ViewState)[];
  return parts.every(part => a[part] === b[part]);
}

/** Where a view stands in its channel, so that the stream can go on from there. */
export interface ChannelPosition {
  channel: string;
  /** Absent until the snapshot has come. */
  version?: number;
}

/** All that the browser holds of one question. Changes become visible in `state` when published. */
export class TrackedView {
  readonly key: string;
  readonly query: ViewQuery;
  readonly listeners = new Set<() => void>();
  readonly #keyOf: RowKey;
  readonly #toBrowserTime: (serverTime: number) => number;
  #state: ViewState;

  /** Another one each time the server is asked anew, so that it never takes the question for one it has answered. */
  subscriptionId: string;
  position?: ChannelPosition;
  data?: ViewData;
  failure?: { denied: boolean; error: Error };
  /** Epoch milliseconds by the browser's clock at which it was asked, while the answer has not come. */
  askedAt?: number;
  /** Whether the last request by REST reached the backend; absent while the stream carries the view. */
  reachable?: boolean;
  #asOf?: number;
  #warm = false;

  constructor(options: {
    key: string;
    query: ViewQuery;
    keyOf: RowKey;
    subscriptionId: string;
    initialState: ViewState;
    toBrowserTime: (serverTime: number) => number;
  }) {
    this.key = options.key;
    this.query = options.query;
    this.#keyOf = options.keyOf;
    this.#toBrowserTime = options.toBrowserTime;
    this.subscriptionId = options.subscriptionId;
    this.#state = options.initialState;
  }

  get state(): ViewState {
    return this.#state;
  }

  /** Epoch milliseconds by the browser's clock: the held data is at least as new as this. */
  get asOf(): number | undefined {
    return this.#asOf;
  }

  /** What is held was kept from before, and the backend has not answered since. */
  get isWarm(): boolean {
    return this.#warm;
  }

  subscription(): Subscription {
    return { id: this.subscriptionId, ...this.query };
  }

  /** Channel and version when the held data is theirs. */
  held(): { channel: string; version: number } | undefined {
    const { channel, version } = this.position ?? {};
    return channel !== undefined && version !== undefined
      ? { channel, version }
      : undefined;
  }

  answered(answer: ViewAnswer, position?: ChannelPosition): void {
    this.data = withAnswer(this.data, answer, this.#keyOf);
    this.#warm = false;
    this.position = position;
    this.failure = undefined;
    this.askedAt = undefined;
    this.#takeTimeFrom(answer.coverage);
  }

  /** Shows what was kept from before, as long as there is nothing else; the backend is asked all the same. */
  warm(answer: ViewAnswer, asOf: number): void {
    if (this.data || this.failure) return;
    this.data = withAnswer(undefined, answer, this.#keyOf);
    this.#warm = true;
    this.#asOf = asOf;
  }

  /** Lets go of what was kept from before. */
  cool(): void {
    if (!this.#warm) return;
    this.#warm = false;
    this.data = undefined;
    this.#asOf = undefined;
  }

  /** Takes over what another view on the same channel holds. */
  adopt(other: TrackedView): void {
    this.data = other.data;
    this.#warm = false;
    this.position = other.position && { ...other.position };
    this.#asOf = other.#asOf;
    this.failure = undefined;
    this.askedAt = undefined;
  }

  /** @returns false when a delta was missed: the view must be asked anew */
  changed(delta: Parameters<typeof withDelta>[1]): boolean {
    const version = this.position?.version;
    if (version === undefined || !this.data || delta.version <= version) {
      return true;
    }
    const data =
      delta.version === version + 1
        ? withDelta(this.data, delta, this.#keyOf)
        : undefined;
    if (!data) {
      return false;
    }
    this.data = data;
    this.position = { channel: delta.channel, version: delta.version };
    if (delta.coverage) {
      this.#takeTimeFrom(delta.coverage);
    }
    return true;
  }

  failed(error: Error, denied: boolean): void {
    this.failure = { error, denied };
    this.position = undefined;
    this.askedAt = undefined;
    if (denied) {
      // What may no longer be read must not stay on the screen.
      this.data = undefined;
      this.#warm = false;
      this.#asOf = undefined;
    }
  }

  /** The data did not change until this time of the backend's clock. */
  provenFresh(asOf: number): void {
    // Data of another version than the channel's proves nothing.
    if (this.data && this.held()) {
      const coverage = { ...this.data.coverage, asOf };
      this.data = { ...this.data, coverage };
      this.#takeTimeFrom(coverage);
    }
  }

  forget(): void {
    this.reachable = undefined;
    this.data = undefined;
    this.#warm = false;
    this.position = undefined;
    this.failure = undefined;
    this.askedAt = undefined;
    this.#asOf = undefined;
  }

  /** Makes what is known visible. @returns whether anything changed */
  publish(transport: ViewTransport): boolean {
    const next = this.#nextState(transport);
    if (sameState(next, this.#state)) {
      return false;
    }
    this.#state = next;
    return true;
  }

  #takeTimeFrom({ asOf }: Coverage): void {
    this.#asOf = asOf === undefined ? undefined : this.#toBrowserTime(asOf);
  }

  #nextState(transport: ViewTransport): ViewState {
    const { data, failure } = this;
    const awaited =
      this.askedAt !== undefined || (this.#warm && this.reachable !== false);
    const refreshing = awaited && (!!data || !!failure);
    const { refresh, source } = this.#state;
    if (!data) {
      return {
        ...loadingState(transport, refresh, source),
        ...(failure && {
          status: failure.denied ? 'denied' : 'error',
          error: failure.error,
        }),
        // The empty rows of the loading state are kept for their identity.
        ...(this.#state.rows.length === 0 && { rows: this.#state.rows }),
        refreshing,
      };
    }
    return {
      status: failure ? 'error' : 'ready',
      rows: data.rows,
      total: data.total,
      summary: data.summary,
      coverage: data.coverage,
      error: failure?.error,
      asOf: this.#asOf,
      transport,
      refreshing,
      refresh,
      source,
    };
  }
}
