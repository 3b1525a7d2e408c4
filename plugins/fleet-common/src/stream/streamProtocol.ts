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
import { z } from 'zod';
import { coverageSchema } from '../views/coverage';
import { viewQuerySchema } from '../views/ViewQuery';

/** Most subscriptions that one stream may hold. @public */
export const MAX_SUBSCRIPTIONS = 100;

/** One question of a stream; the id is the client's own, unique within its stream. @public */
export const subscriptionSchema = viewQuerySchema.extend({
  id: z.string().min(1).max(64),
});

/** @public */
export type Subscription = z.infer<typeof subscriptionSchema>;

/** @public */
export type SubscriptionInput = z.input<typeof subscriptionSchema>;

/**
 * Body of `POST /stream` and of `PUT /stream/{id}/subscriptions`: all that the stream shall carry from now on.
 *
 * @public
 */
export const streamRequestSchema = z.object({
  subscriptions: z.array(subscriptionSchema).max(MAX_SUBSCRIPTIONS),
  /** The last event id that the client saw on an earlier stream, if it wants to go on from there. The `Last-Event-ID` header says the same. */
  lastEventId: z.string().max(128).optional(),
  /** What the client still holds, so that only what changed since is sent: subscription id → channel and version. */
  held: z
    .record(
      z.string(),
      z.object({ channel: z.string().max(128), version: z.number().int() }),
    )
    .optional(),
});

/** @public */
export type StreamRequest = z.infer<typeof streamRequestSchema>;

/** First event of a stream. @public */
export const openEventSchema = z.object({
  streamId: z.string(),
  /** Changes when the backend restarts: nothing of an earlier epoch can be resumed. */
  epoch: z.string(),
  heartbeatSeconds: z.number(),
});

/** @public */
export type OpenEvent = z.infer<typeof openEventSchema>;

/**
 * Tells which channel carries a subscription. Equal questions of people who may see the same share a channel.
 *
 * @public
 */
export const subscribedEventSchema = z.object({
  id: z.string(),
  channel: z.string(),
  /** True when the client's held state goes on and only deltas follow; else a snapshot follows. */
  resumed: z.boolean(),
});

/** @public */
export type SubscribedEvent = z.infer<typeof subscribedEventSchema>;

const jsonRow = z.record(z.string(), z.unknown());

/** The whole state of a channel. @public */
export const snapshotEventSchema = z.object({
  channel: z.string(),
  version: z.number().int(),
  rows: z.array(jsonRow),
  total: z.number().int(),
  summary: jsonRow,
  coverage: coverageSchema,
});

/** @public */
export type SnapshotEvent = z.infer<typeof snapshotEventSchema>;

/**
 * What changed in a channel since the version before: rows by key, then the order of the keys when it changed. Fields that did not
 * change are absent. A client that misses a version asks for the subscription anew.
 *
 * @public
 */
export const deltaEventSchema = z.object({
  channel: z.string(),
  version: z.number().int(),
  upsert: z.array(jsonRow).optional(),
  remove: z.array(z.string()).optional(),
  order: z.array(z.string()).optional(),
  total: z.number().int().optional(),
  summary: jsonRow.optional(),
  coverage: coverageSchema.optional(),
});

/** @public */
export type DeltaEvent = z.infer<typeof deltaEventSchema>;

/** Proof of life, with the time of the data of every channel of the stream. @public */
export const heartbeatEventSchema = z.object({
  now: z.number(),
  asOf: z.record(z.string(), z.number()),
});

/** @public */
export type HeartbeatEvent = z.infer<typeof heartbeatEventSchema>;

/** A subscription that cannot be served; the others go on. @public */
export const subscriptionErrorEventSchema = z.object({
  id: z.string(),
  error: z.object({ name: z.string(), message: z.string() }),
});

/** @public */
export type SubscriptionErrorEvent = z.infer<
  typeof subscriptionErrorEventSchema
>;

/** Last event of a stream: `token` and `shutdown` mean connect again, `slow` that the reader did not keep up. @public */
export const endEventSchema = z.object({
  reason: z.enum(['token', 'shutdown', 'slow', 'replaced']),
});

/** @public */
export type EndEvent = z.infer<typeof endEventSchema>;
