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
import { ResponseError } from '@backstage/errors';
import {
  DeltaEvent,
  EndEvent,
  HeartbeatEvent,
  OpenEvent,
  SnapshotEvent,
  SubscribedEvent,
  SubscriptionErrorEvent,
} from '@quarterdeck/backstage-plugin-fleet-common';
import { EventSourceMessage } from 'eventsource-parser';
import { readServerSentEvents } from './sseReader';
import { TimeSource } from './TimeSource';

/** A proxy that holds back the first event that long holds back all. */
export const FIRST_EVENT_TIMEOUT_MS = 5_000;
const MISSED_HEARTBEATS = 2.5;

/** One event of a stream, as the backend wrote it. */
export type StreamMessage =
  | { event: 'open'; data: OpenEvent }
  | { event: 'subscribed'; data: SubscribedEvent }
  | { event: 'snapshot'; data: SnapshotEvent }
  | { event: 'delta'; data: DeltaEvent }
  | { event: 'heartbeat'; data: HeartbeatEvent }
  | { event: 'subscription-error'; data: SubscriptionErrorEvent }
  | { event: 'end'; data: EndEvent };

/** Why a stream is over. */
export type StreamEnding =
  /** The backend said good-bye. */
  | { kind: 'ended'; reason: EndEvent['reason'] }
  /** The backend answered with an error instead of a stream. */
  | {
      kind: 'refused';
      status: number;
      error: Error;
      retryAfterMilliseconds?: number;
    }
  /** Nothing came within the time that a first event may take. */
  | { kind: 'unopened' }
  /** The connection broke, fell silent or carried nonsense. */
  | { kind: 'lost'; error: Error }
  /** We left. */
  | { kind: 'left' };

/** What {@link runStream} needs. */
export interface RunStreamOptions {
  open(signal: AbortSignal): Promise<globalThis.Response>;
  time: TimeSource;
  signal: AbortSignal;
  onMessage(message: StreamMessage, lastEventId: string | undefined): void;
}

function retryAfter(response: globalThis.Response, now: number) {
  const header = response.headers.get('retry-after');
  if (!header) {
    return undefined;
  }
  const seconds = Number(header);
  const wait = Number.isFinite(seconds)
    ? seconds * 1000
    : Date.parse(header) - now;
  return Number.isFinite(wait) ? Math.max(0, wait) : undefined;
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise(resolve => {
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
}

function toMessage({ event, data }: EventSourceMessage): StreamMessage {
  // The backend is ours and has validated what it sends: parsing every row again would cost more than applying it.
  return { event, data: JSON.parse(data) } as StreamMessage;
}

/** One attempt at a stream, from the request to its ending, which is never an exception. */
export async function runStream(
  options: RunStreamOptions,
): Promise<StreamEnding> {
  const { time, signal, onMessage } = options;
  const controller = new AbortController();
  let ending: StreamEnding | undefined;
  const finish = (why: StreamEnding) => {
    ending ??= why;
    controller.abort();
  };
  const leave = () => finish({ kind: 'left' });
  if (signal.aborted) {
    return { kind: 'left' };
  }
  signal.addEventListener('abort', leave, { once: true });
  let cancelWatchdog = time.after(FIRST_EVENT_TIMEOUT_MS, () =>
    finish({ kind: 'unopened' }),
  );
  let silenceMilliseconds: number | undefined;

  const onChunk = (events: EventSourceMessage[]) => {
    for (const event of events) {
      if (ending) {
        return;
      }
      const message = toMessage(event);
      if (message.event === 'open') {
        silenceMilliseconds =
          message.data.heartbeatSeconds * 1000 * MISSED_HEARTBEATS;
      }
      onMessage(message, event.id);
      if (message.event === 'end') {
        finish({ kind: 'ended', reason: message.data.reason });
      }
    }
    if (!ending && silenceMilliseconds !== undefined) {
      cancelWatchdog();
      cancelWatchdog = time.after(silenceMilliseconds, () =>
        finish({ kind: 'lost', error: new Error('The stream fell silent') }),
      );
    }
  };

  const read = async () => {
    try {
      const response = await options.open(controller.signal);
      if (!response.ok || !response.body) {
        finish({
          kind: 'refused',
          status: response.status,
          error: await ResponseError.fromResponse(response),
          retryAfterMilliseconds: retryAfter(response, time.now()),
        });
      } else {
        await readServerSentEvents(response.body, onChunk, controller.signal);
        finish({ kind: 'lost', error: new Error('The stream was cut off') });
      }
    } catch (error) {
      finish({ kind: 'lost', error: error as Error });
    }
  };
  // A request that waits for a token does not yet listen to its signal.
  await Promise.race([read(), aborted(controller.signal)]);
  cancelWatchdog();
  signal.removeEventListener('abort', leave);
  return ending ?? { kind: 'left' };
}
