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
  StreamRequest,
  Subscription,
} from '@quarterdeck/backstage-plugin-fleet-common';
import { Channel, Frame } from './Channel';

/**
 * The deltas that a client missed that comes back, or undefined when it needs the whole state: by what it says that it holds, or by the
 * last event id of a plain client.
 */
export function missedFrames(options: {
  subscription: Subscription;
  channel: Channel;
  request: StreamRequest;
  epoch: string;
}): Frame[] | undefined {
  const { subscription, channel, request } = options;
  if (!channel.isReady) {
    return undefined;
  }
  const held = request.held?.[subscription.id];
  if (held) {
    return held.channel === channel.id
      ? channel.framesAfterVersion(held.version)
      : undefined;
  }
  const [epoch, sequence] = request.lastEventId?.split(':') ?? [];
  return request.held === undefined &&
    epoch === options.epoch &&
    /^\d+$/.test(sequence ?? '')
    ? channel.framesAfterSequence(Number(sequence))
    : undefined;
}
