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
  BackstageCredentials,
  LoggerService,
} from '@backstage/backend-plugin-api';
import {
  NotAllowedError,
  NotFoundError,
  ServiceUnavailableError,
} from '@backstage/errors';
import {
  EndEvent,
  StreamRequest,
  Subscription,
} from '@quarterdeck/backstage-plugin-fleet-common';
import { randomUUID } from 'node:crypto';
import { ServerResponse } from 'node:http';
import { ViewerResolver } from '../permissions/ViewerResolver';
import { LiveQuery } from '../views/LiveQuery';
import { ViewEngine } from '../views/ViewEngine';
import { Channel } from './Channel';
import { ChannelFrame, ClientStream, MAX_BEHIND_MS } from './ClientStream';
import { joinedBytes } from './joinedBytes';
import { missedFrames } from './missedFrames';
import { DEFAULT_TIMINGS, StreamTimings } from './StreamTimings';

const MAX_STREAMS = 2000;
const MAX_STREAMS_OF_ONE_VIEWER = 16;

interface HeldChannel {
  channel: Channel;
  streams: Set<ClientStream>;
  linger?: NodeJS.Timeout;
}

/**
 * Tells streams what changes in the questions that they asked.
 */
export class StreamHub {
  readonly epoch = randomUUID().slice(0, 8);
  readonly #engine: ViewEngine;
  readonly #resolver: ViewerResolver;
  readonly #logger: LoggerService;
  readonly #timings: StreamTimings;
  readonly #streams = new Map<string, ClientStream>();
  readonly #channels = new Map<string, HeldChannel>();
  readonly #byLive = new Map<LiveQuery, Set<HeldChannel>>();
  readonly #dirty = new Set<HeldChannel>();
  readonly #timers: NodeJS.Timeout[];
  readonly #unsubscribe: () => void;
  #flush: NodeJS.Timeout | undefined;
  #sequence = 0;
  #channelCount = 0;
  #stopped = false;

  constructor(options: {
    engine: ViewEngine;
    resolver: ViewerResolver;
    logger: LoggerService;
    timings?: Partial<StreamTimings>;
  }) {
    this.#timings = { ...DEFAULT_TIMINGS, ...options.timings };
    this.#engine = options.engine;
    this.#resolver = options.resolver;
    this.#logger = options.logger;
    this.#unsubscribe = this.#engine.onChange(live => this.#onChange(live));
    this.#timers = [
      setInterval(() => this.#heartbeat(), this.#timings.heartbeat),
      setInterval(() => this.#reauthorise(), this.#timings.reauthorise),
    ];
    this.#timers.forEach(timer => timer.unref());
  }

  get streamCount(): number {
    return this.#streams.size;
  }

  /**
   * Opens a stream on a response, whose headers are sent here.
   *
   * @throws ServiceUnavailableError when there are too many streams, or the portal stops.
   */
  async open(options: {
    credentials: BackstageCredentials;
    expiresAt: Date | undefined;
    request: StreamRequest;
    response: ServerResponse;
  }): Promise<void> {
    const { credentials, response, request } = options;
    const viewer = await this.#resolver.resolve(credentials);
    if (this.#stopped) {
      throw new ServiceUnavailableError('The portal is stopping');
    }
    const ofViewer = [...this.#streams.values()].filter(
      stream => stream.viewer.ref === viewer.ref,
    ).length;
    if (
      this.#streams.size >= MAX_STREAMS ||
      ofViewer >= MAX_STREAMS_OF_ONE_VIEWER
    ) {
      response.setHeader('retry-after', '10');
      throw new ServiceUnavailableError('Too many streams are open');
    }
    // `no-transform` keeps the compression middleware, and the other header nginx, from holding the stream back.
    response.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-cache, no-transform',
      'x-accel-buffering': 'no',
    });
    response.flushHeaders();
    const stream = new ClientStream({
      id: randomUUID(),
      credentials,
      viewer,
      response,
    });
    this.#streams.set(stream.id, stream);
    const expiry = this.#endAtExpiry(stream, options.expiresAt);
    response.on('close', () => {
      clearTimeout(expiry);
      this.#forget(stream);
    });
    stream.send('open', {
      streamId: stream.id,
      epoch: this.epoch,
      heartbeatSeconds: this.#timings.heartbeat / 1000,
    });
    this.#subscribe(stream, request);
    this.#beat(stream);
  }

  /**
   * Changes what a stream reads.
   *
   * @throws NotFoundError when there is no such stream of this person.
   */
  async change(options: {
    streamId: string;
    credentials: BackstageCredentials;
    request: StreamRequest;
  }): Promise<void> {
    const viewer = await this.#resolver.resolve(options.credentials);
    const stream = this.#streams.get(options.streamId);
    if (!stream || stream.viewer.ref !== viewer.ref) {
      throw new NotFoundError('There is no such stream');
    }
    this.#subscribe(stream, options.request);
  }

  stop(): void {
    this.#stopped = true;
    this.#unsubscribe();
    this.#timers.forEach(clearInterval);
    clearTimeout(this.#flush);
    for (const stream of [...this.#streams.values()]) {
      this.#end(stream, 'shutdown');
    }
    for (const held of this.#channels.values()) {
      clearTimeout(held.linger);
      held.channel.open.release();
    }
    this.#channels.clear();
  }

  #subscribe(stream: ClientStream, request: StreamRequest): void {
    const wanted = new Map(
      request.subscriptions.map(subscription => [
        subscription.id,
        subscription,
      ]),
    );
    const left: Channel[] = [];
    for (const [id, held] of stream.subscriptions) {
      if (!wanted.has(id)) {
        stream.subscriptions.delete(id);
        left.push(held.channel);
      }
    }
    for (const subscription of wanted.values()) {
      const before = stream.subscriptions.get(subscription.id);
      const held = request.held?.[subscription.id];
      const channel = this.#serve(stream, subscription);
      if (!channel) {
        stream.subscriptions.delete(subscription.id);
        if (before) left.push(before.channel);
        continue;
      }
      if (before && before.channel !== channel) {
        left.push(before.channel);
      }
      if (
        before?.channel === channel &&
        held?.channel === channel.id &&
        held.version <= channel.version
      ) {
        continue;
      }
      this.#tell(stream, subscription, channel, request);
    }
    left.forEach(channel => this.#leave(stream, channel));
  }

  /** Finds or makes the channel of a subscription; tells the stream when that cannot be. */
  #serve(
    stream: ClientStream,
    subscription: Subscription,
  ): Channel | undefined {
    try {
      const { id: _, ...query } = subscription;
      const open = this.#engine.open(query, stream.viewer);
      let held = this.#channels.get(open.key);
      if (held) {
        open.release();
      } else {
        held = {
          channel: new Channel({
            id: `${this.epoch}-${++this.#channelCount}`,
            open,
            engine: this.#engine,
            sequence: this.#sequence,
            eventId: sequence => `${this.epoch}:${sequence}`,
          }),
          streams: new Set(),
        };
        this.#channels.set(open.key, held);
        const ofLive = this.#byLive.get(open.live) ?? new Set();
        ofLive.add(held);
        this.#byLive.set(open.live, ofLive);
      }
      clearTimeout(held.linger);
      held.streams.add(stream);
      stream.subscriptions.set(subscription.id, {
        subscription,
        channel: held.channel,
      });
      return held.channel;
    } catch (error) {
      const { name, message } = error as Error;
      stream.send('subscription-error', {
        id: subscription.id,
        error: { name, message },
      });
      return undefined;
    }
  }

  #tell(
    stream: ClientStream,
    subscription: Subscription,
    channel: Channel,
    request: StreamRequest,
  ): void {
    const frames = missedFrames({
      subscription,
      channel,
      request,
      epoch: this.epoch,
    });
    stream.send('subscribed', {
      id: subscription.id,
      channel: channel.id,
      resumed: frames !== undefined,
    });
    if (frames) {
      const missed = frames.map(frame => ({ channel, frame }));
      stream.sendFrames(missed, () => joinedBytes(new Map(), missed));
    } else {
      stream.sendSnapshot(channel);
    }
  }

  #onChange(live: LiveQuery): void {
    for (const held of this.#byLive.get(live) ?? []) {
      this.#dirty.add(held);
    }
    if (this.#dirty.size > 0 && !this.#flush) {
      this.#flush = setTimeout(() => this.#advance(), this.#timings.coalesce);
    }
  }

  #advance(): void {
    this.#flush = undefined;
    const dirty = [...this.#dirty];
    this.#dirty.clear();
    const news = new Map<ClientStream, ChannelFrame[]>();
    for (const { channel, streams } of dirty) {
      const frame = channel.advance(this.#sequence + 1);
      if (frame) {
        this.#sequence += 1;
        for (const stream of streams) {
          const frames = news.get(stream);
          if (frames) frames.push({ channel, frame });
          else news.set(stream, [{ channel, frame }]);
        }
      }
    }
    const joined = new Map<string, Buffer>();
    for (const [stream, frames] of news) {
      stream.sendFrames(frames, () => joinedBytes(joined, frames));
    }
  }

  #heartbeat(): void {
    const now = Date.now();
    const asOf = new Map<Channel, number | undefined>();
    for (const stream of this.#streams.values()) {
      if (
        stream.behindSince !== undefined &&
        now - stream.behindSince > MAX_BEHIND_MS
      ) {
        this.#end(stream, 'slow');
      } else {
        this.#beat(stream, asOf);
      }
    }
  }

  #beat(
    stream: ClientStream,
    known = new Map<Channel, number | undefined>(),
  ): void {
    const asOf: Record<string, number> = {};
    for (const channel of stream.channels) {
      if (!known.has(channel)) {
        known.set(channel, channel.asOf());
      }
      const time = known.get(channel);
      if (time !== undefined) {
        asOf[channel.id] = time;
      }
    }
    stream.send('heartbeat', { now: Date.now(), asOf });
  }

  /** Asks again what each person may read, and begins anew where the answer is another: what is no longer allowed goes. */
  async #reauthorise(): Promise<void> {
    await Promise.all(
      [...this.#streams.values()].map(async stream => {
        try {
          const viewer = await this.#resolver.resolve(stream.credentials);
          if (!stream.ended && viewer.key !== stream.viewer.key) {
            stream.viewer = viewer;
            this.#subscribe(stream, {
              subscriptions: [...stream.subscriptions.values()].map(
                ({ subscription }) => subscription,
              ),
            });
          }
        } catch (error) {
          this.#logger.warn(
            `Ending a stream whose permissions cannot be checked: ${error}`,
          );
          this.#end(
            stream,
            error instanceof NotAllowedError ? 'token' : 'shutdown',
          );
        }
      }),
    );
  }

  #endAtExpiry(
    stream: ClientStream,
    expiresAt: Date | undefined,
  ): NodeJS.Timeout | undefined {
    if (!expiresAt) {
      return undefined;
    }
    const left = expiresAt.getTime() - Date.now() - 5_000;
    const timer = setTimeout(
      () => this.#end(stream, 'token'),
      Math.max(0, Math.min(left, 2 ** 31 - 1)),
    );
    timer.unref();
    return timer;
  }

  #end(stream: ClientStream, reason: EndEvent['reason']): void {
    stream.end(reason);
    this.#forget(stream);
  }

  #forget(stream: ClientStream): void {
    if (!this.#streams.delete(stream.id)) {
      return;
    }
    stream.end('gone');
    const channels = stream.channels;
    stream.subscriptions.clear();
    channels.forEach(channel => this.#leave(stream, channel));
  }

  #leave(stream: ClientStream, channel: Channel): void {
    if (stream.reads(channel)) {
      return;
    }
    const held = this.#channels.get(channel.open.key);
    if (!held) {
      return;
    }
    held.streams.delete(stream);
    if (held.streams.size === 0) {
      clearTimeout(held.linger);
      held.linger = setTimeout(() => this.#discard(held), this.#timings.linger);
      held.linger.unref();
    }
  }

  #discard(held: HeldChannel): void {
    this.#channels.delete(held.channel.open.key);
    this.#dirty.delete(held);
    const ofLive = this.#byLive.get(held.channel.open.live);
    ofLive?.delete(held);
    if (ofLive?.size === 0) {
      this.#byLive.delete(held.channel.open.live);
    }
    held.channel.open.release();
  }
}
