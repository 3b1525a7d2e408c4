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

/** Verbs as Kubernetes authorises them; requests for no resource go by their method. */
export type FaultVerb =
  | 'get'
  | 'list'
  | 'watch'
  | 'create'
  | 'update'
  | 'patch'
  | 'delete'
  | 'deletecollection';

/** Which requests a fault is for: all that meet every condition given. */
export interface FaultMatch {
  /** Path and query of the request begin with this text, or match the expression. */
  readonly path?: string | RegExp;
  readonly verbs?: readonly FaultVerb[];
  /** Plural, with the subresource as in a Role: `pods`, `pods/eviction`. */
  readonly resource?: string;
  /** API group, empty for the core: `pods` are in `metrics.k8s.io` too. */
  readonly group?: string;
  /** true: only pages after the first; false: only requests that continue nothing. */
  readonly continued?: boolean;
}

export interface FaultRule {
  /** All requests when it is left out. */
  readonly match?: FaultMatch;
  /** After so many requests (watches, connections) it wears off. */
  readonly times?: number;
  /** Lets so many matching requests through first. */
  readonly skip?: number;
  readonly fault: Fault;
}

/**
 * What goes wrong. Rules act in the order in which they were added, and the
 * first `hang` or `status` that fits a request ends it. Faults of watches also
 * reach the watches that are open already; those of bodies do not.
 */
export type Fault =
  | DelayFault
  | HangFault
  | SlowBytesFault
  | StatusFault
  | CutFault
  | HalfOpenFault
  | WatchFault
  | FlapFault
  | ClockSkewFault;

/** Faults of open watches; other requests do not meet them. */
export type WatchFault =
  | WatchEventFault
  | WatchCloseFault
  | WatchReplayFault
  | WatchQuietFault
  | NoBookmarksFault;

/** Answers later. */
export interface DelayFault {
  readonly type: 'delay';
  readonly milliseconds: number;
  /** Up to so many milliseconds more, at random. */
  readonly jitter?: number;
}

/** Never answers the request, also when the rule is gone. */
export interface HangFault {
  readonly type: 'hang';
}

/** Headers at once, then the body at this speed. */
export interface SlowBytesFault {
  readonly type: 'slow-bytes';
  readonly bytesPerSecond: number;
}

/** Refuses with a Kubernetes `Status`, in the server's words unless told. */
export interface StatusFault {
  readonly type: 'status';
  readonly code: number;
  readonly reason?: string;
  readonly message?: string;
  /** Sent as `Retry-After`, and in the details of the status; neither without it. */
  readonly retryAfterSeconds?: number;
}

/** Ends a body that is longer in its middle: the connection is destroyed, in HTTP/2 the stream is reset. */
export interface CutFault {
  readonly type: 'cut';
  readonly afterBytes: number;
}

/**
 * A connection goes silent in both directions and stays open, until the rule is
 * removed: then it is destroyed. All connections, old and new, go silent when
 * the rule has neither `match`, `skip` nor `times`; otherwise the connection of
 * each request that matches, with everything else that runs over it. The
 * kernel still acknowledges what is sent, so that TCP keep-alive notices nothing.
 */
export interface HalfOpenFault {
  readonly type: 'half-open';
}

/** Writes one wrong line into each watch. */
export interface WatchEventFault {
  readonly type: 'watch-event';
  /** After so many events of the watch, counted from when the rule was added. */
  readonly after: number;
  readonly line: 'malformed' | 'unknown-type' | 'oversized' | 'error';
  /** Of an `error`; 410 unless told. */
  readonly code?: number;
  /** Least size of an `oversized` line; 10 MiB unless told. */
  readonly bytes?: number;
  /**
   * Whether the watch stays open. An `error` ends it unless told, and is in any
   * case the last that the watch says; after the other lines it goes on.
   */
  readonly keepOpen?: boolean;
  /** Written as it is, in place of the line. */
  readonly raw?: string;
}

/** Ends each watch after so many events, or at once. */
export interface WatchCloseFault {
  readonly type: 'watch-close';
  readonly after?: number;
}

/**
 * Once so many events have passed, sends them again: in their order, or the
 * last one first.
 */
export interface WatchReplayFault {
  readonly type: 'watch-replay';
  readonly order: 'duplicate' | 'reversed';
  readonly last: number;
}

/** Neither events nor bookmarks; what was held back is sent when the rule is removed. */
export interface WatchQuietFault {
  readonly type: 'watch-quiet';
}

/** No bookmarks but the one that ends the initial events, without which there is no such watch. */
export interface NoBookmarksFault {
  readonly type: 'no-bookmarks';
}

/**
 * The endpoint is down and up in turn, beginning with down: connections are
 * reset, and new ones with them. It concerns connections, so it takes no
 * `match`, `skip` or `times`.
 */
export interface FlapFault {
  readonly type: 'flap';
  readonly upMilliseconds: number;
  readonly downMilliseconds: number;
}

/**
 * The clock of the cluster is fast, or slow when negative, by whole seconds:
 * in the `Date` header and in every time that a body carries. Times in what
 * clients send are read by the same clock, so that they come back as sent.
 */
export interface ClockSkewFault {
  readonly type: 'clock-skew';
  readonly milliseconds: number;
}
