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

import { decodeUtf8 } from '../json/decodeBytes';
import { ClusterRequestError } from '@quarterdeck/backstage-plugin-fleet-node';
import type { Readable } from 'node:stream';
import {
  connectionError,
  reasonOfStatus,
  safeMessage,
} from '../../clusters/connection/requestErrors';
import { JsonReader } from '../json/JsonReader';
import { LineReader } from '../json/LineReader';
import { FieldSelection } from '../json/selectFields';
import { LinkedAbort, timeoutError } from '../scheduling/LinkedAbort';
import { ObjectHead } from './RowKeeper';
import { sip } from './sip';
import { ReflectorContext } from './ReflectorContext';
import { isEarlier } from './resourceVersions';
import { watchedAccept, watchedPath } from './watchedPath';

const SHORTEST_WATCH = 300;
const IDLE_TIMEOUT = 75_000;

/** What is done with what a watch brings. */
export interface WatchListener {
  /** The server accepted the watch. */
  onOpen(): void;
  onObject(type: 'ADDED' | 'MODIFIED' | 'DELETED', object: ObjectHead): void;
  /** All that is before this version was told. */
  onVersion(version: string): void;
  /** A chunk was worked off. */
  onChunkEnd(): void;
}

/**
 * Why a watch ended without a failure: the server closed it as it may, the version is too old to go on from, or something was missed so that
 * the kind has to be listed again.
 */
export type WatchEnd = 'closed' | 'expired' | 'resync';

class Ended {
  constructor(readonly why: WatchEnd) {}
}

interface WatchEvent {
  readonly type?: unknown;
  readonly object?: ObjectHead;
}

/**
 * Watches a kind from a version on.
 *
 * @throws ClusterRequestError when the watch is refused or the connection is lost.
 */
export async function watchObjects(
  context: ReflectorContext,
  selection: FieldSelection,
  version: string,
  listener: WatchListener,
  signal: AbortSignal,
): Promise<WatchEnd> {
  const { fleet, connector, source } = context;
  const lines = new LineReader(fleet.limits.objectBytes);
  const reader = new JsonReader(fleet.strings);
  const idle = idleWatchdog(context, signal);
  let body: Readable | undefined;
  let told: string | undefined;
  const onLine = (bytes: Buffer, start: number, end: number) => {
    // A whole line and not a byte: on a stream that trickles, none may ever come to its end.
    idle.touch();
    const event = readEvent(context, reader, selection, bytes, start, end);
    refuseReplay(context, event, told);
    takeEvent(context, event, listener, bytes, start, end);
    told = event.object?.metadata?.resourceVersion ?? told;
  };
  try {
    body = await connector.stream({
      path: watchedPath(source, context.namespace),
      query: {
        watch: 1,
        allowWatchBookmarks: true,
        resourceVersion: version,
        timeoutSeconds: Math.floor(SHORTEST_WATCH * (1 + fleet.random())),
        labelSelector: source.labelSelector,
      },
      accept: watchedAccept(source, 'watch'),
      signal: idle.signal,
    });
    fleet.counters.watches++;
    listener.onOpen();
    await sip(body, {
      ticks: fleet.ticks,
      slicer: fleet.slicer,
      onChunk: chunk => {
        connector.touch();
        context.state.touch();
        try {
          lines.push(chunk, onLine);
          if (lines.oversized > 0) {
            fleet.counters.oversizedEvents += lines.oversized;
            throw new Ended('resync');
          }
        } finally {
          listener.onChunkEnd();
        }
      },
    });
    return 'closed';
  } catch (error) {
    if (error instanceof Ended) {
      return error.why;
    }
    if (error instanceof ClusterRequestError && error.status === 410) {
      return 'expired';
    }
    throw connectionError(
      connector.cluster,
      idle.signal.aborted ? idle.signal.reason : error,
      true,
    );
  } finally {
    idle.stop();
    body?.destroy();
  }
}

function readEvent(
  context: ReflectorContext,
  reader: JsonReader,
  selection: FieldSelection,
  bytes: Buffer,
  start: number,
  end: number,
): WatchEvent {
  try {
    reader.reset(bytes, start, end);
    const event = reader.read(selection);
    if (event && typeof event === 'object' && !Array.isArray(event)) {
      return event;
    }
  } catch {
    // Told below: what was missed is not known, so the kind is listed again.
  }
  context.fleet.counters.malformedLines++;
  throw new Ended('resync');
}

/** A watch tells changes in their order. What comes once more would bring back what is over, so the kind is listed again. */
function refuseReplay(
  context: ReflectorContext,
  { type, object }: WatchEvent,
  told: string | undefined,
): void {
  const version = object?.metadata?.resourceVersion;
  if (
    (type === 'ADDED' || type === 'MODIFIED') &&
    version &&
    told &&
    isEarlier(version, told)
  ) {
    context.fleet.counters.replayedEvents++;
    throw new Ended('resync');
  }
}

function takeEvent(
  context: ReflectorContext,
  event: WatchEvent,
  listener: WatchListener,
  bytes: Buffer,
  start: number,
  end: number,
): void {
  const { counters } = context.fleet;
  const { type, object } = event;
  if (type === 'ERROR') {
    throw errorOfEvent(context, decodeUtf8(bytes, start, end));
  }
  if (type === 'ADDED' || type === 'MODIFIED' || type === 'DELETED') {
    if (!object?.metadata?.uid) {
      counters.malformedLines++;
      throw new Ended('resync');
    }
    counters.events++;
    listener.onObject(type, object);
  } else if (type !== 'BOOKMARK') {
    counters.unknownEvents++;
    return;
  }
  const version = object?.metadata?.resourceVersion;
  if (version) {
    listener.onVersion(version);
  }
}

function errorOfEvent(
  context: ReflectorContext,
  line: string,
): Ended | ClusterRequestError {
  const { cluster } = context.connector;
  const status = JSON.parse(line).object ?? {};
  const code = Number(status.code) || 500;
  if (code === 410) {
    return new Ended('expired');
  }
  return new ClusterRequestError(
    `Cluster '${cluster}' ended a watch with ${code}: ${safeMessage(
      String(status.message ?? ''),
      undefined,
    )}`,
    { cluster, reason: reasonOfStatus(code), status: code },
  );
}

/** Ends a watch on which nothing comes, not even a bookmark. */
function idleWatchdog(context: ReflectorContext, outer: AbortSignal) {
  const { clock } = context.fleet;
  const abort = new LinkedAbort(outer);
  let last = clock.now();
  let cancel = () => {};
  const arm = (milliseconds: number) => {
    cancel = clock.setTimeout(() => {
      const left = last + IDLE_TIMEOUT - clock.now();
      if (left > 0) {
        arm(left);
      } else {
        abort.abort(timeoutError('Nothing came for too long'));
      }
    }, milliseconds);
  };
  arm(IDLE_TIMEOUT);
  return {
    signal: abort.signal,
    touch: () => {
      last = clock.now();
    },
    stop: () => {
      cancel();
      abort.dispose();
    },
  };
}
