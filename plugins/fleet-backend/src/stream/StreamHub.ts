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
import { WorkSlicer } from '../inventory/scheduling/WorkSlicer';
import { LiveQuery } from '../views/LiveQuery';
import { ViewEngine } from '../views/ViewEngine';
import { Channel } from './Channel';
import { Channels, HeldChannel } from './Channels';
import { ChannelFrame, ClientStream, MAX_BEHIND_MS } from './ClientStream';
import { joinedBytes } from './joinedBytes';
import { missedFrames } from './missedFrames';
import { DEFAULT_TIMINGS, StreamTimings } from './StreamTimings';

const MAX_STREAMS = 2000;
const MAX_STREAMS_OF_ONE_VIEWER = 16;

/**
 * Tells streams what changes in the questions that they asked.
 */
export class StreamHub {
  readonly epoch = randomUUID().slice(0, 8);
  readonly #resolver: ViewerResolver;
  readonly #logger: LoggerService;
  readonly #timings: StreamTimings;
  readonly #streams = new Map<string, ClientStream>();
  readonly #channels: Channels;
  readonly #slicer = new WorkSlicer();
  readonly #dirty = new Set<HeldChannel>();
  readonly #timers: NodeJS.Timeout[];
  readonly #unsubscribe: () => void;
  #flush: NodeJS.Timeout | undefined;
  #flushedAt = -Infinity;
  #sequence = 0;
  #stopped = false;

  constructor(options: {
    engine: ViewEngine;
    resolver: ViewerResolver;
    logger: LoggerService;
    timings?: Partial<StreamTimings>;
  }) {
    this.#timings = { ...DEFAULT_TIMINGS, ...options.timings };
    this.#channels = new Channels({
      engine: options.engine,
      epoch: this.epoch,
      linger: this.#timings.linger,
    });
    this.#resolver = options.resolver;
    this.#logger = options.logger;
    this.#unsubscribe = options.engine.onChange(live => this.#onChange(live));
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
    await this.#subscribe(stream, request);
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
    await this.#subscribe(stream, options.request);
  }

  stop(): void {
    this.#stopped = true;
    this.#unsubscribe();
    this.#timers.forEach(clearInterval);
    clearTimeout(this.#flush);
    for (const stream of [...this.#streams.values()]) {
      this.#end(stream, 'shutdown');
    }
    this.#channels.stop();
  }

  /** One change of what a stream reads after the other. */
  #subscribe(stream: ClientStream, request: StreamRequest): Promise<void> {
    const done = stream.changing.then(() =>
      this.#subscribeNow(stream, request),
    );
    stream.changing = done.catch(() => {});
    return done;
  }

  async #subscribeNow(
    stream: ClientStream,
    request: StreamRequest,
  ): Promise<void> {
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
      // Twenty questions that nobody has asked yet take longer than others should have to wait.
      await this.#slicer.turn();
      if (stream.ended) break;
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
      const channel = this.#channels.join(stream, query, this.#sequence);
      stream.subscriptions.set(subscription.id, {
        subscription,
        channel,
      });
      return channel;
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
    for (const held of this.#channels.of(live)) {
      this.#dirty.add(held);
    }
    if (this.#dirty.size > 0 && !this.#flush) {
      this.#flush = setTimeout(() => this.#advance(), this.#untilFlush());
    }
  }

  /** What comes after a quiet time is told as soon as all that comes with it is there. */
  #untilFlush(): number {
    const { coalesce, settle } = this.#timings;
    const left = this.#flushedAt + coalesce - performance.now();
    return Math.max(left, Math.min(settle, coalesce));
  }

  #advance(): void {
    this.#flush = undefined;
    this.#flushedAt = performance.now();
    const dirty = [...this.#dirty];
    this.#dirty.clear();
    const news = new Map<ClientStream, ChannelFrame[]>();
    for (const { channel, streams } of dirty) {
      if (!channel.isReady) {
        if (channel.begin()) {
          streams.forEach(stream => stream.sendSnapshot(channel));
        }
        continue;
      }
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
          const viewer = await this.#resolver.refresh(stream.credentials);
          if (!stream.ended && viewer.key !== stream.viewer.key) {
            stream.viewer = viewer;
            await this.#subscribe(stream, {
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
    this.#channels.leave(stream, channel);
  }
}
