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

import { FleetStream, StreamedEvent } from '../load/FleetStream';
import { preciseNow } from '../systems/protocol';
import { SYNC_DEADLINE } from './coldSync';

const HEALTH = 'health';

interface Seen {
  asked: number;
  answered: number;
  pods?: number;
}

/** Looks at a starting backend as the first person at a dashboard does, and says when what was complete. */
export async function observeColdSync(options: {
  port: number;
  clusters: number;
  pods: number;
  /** The clusters that are looked at; all unless told. */
  scope?: readonly string[];
}): Promise<{ firstAt: number; completeAt: number }> {
  const { port, clusters, pods, scope } = options;
  const look = {
    window: { limit: 1 },
    scope: scope && { clusters: [...scope] },
  };
  const names = new Map<string, string>();
  const seen = new Map<string, Seen>();
  let firstAt: number | undefined;
  let stream: FleetStream | undefined;
  let timer: NodeJS.Timeout | undefined;
  try {
    const completeAt = await new Promise<number>((resolve, reject) => {
      timer = setTimeout(
        () =>
          reject(
            new Error(
              `The inventory was not complete in time: ${JSON.stringify([...seen])}`,
            ),
          ),
        SYNC_DEADLINE,
      );
      const onEvent = ({ event, data }: StreamedEvent) => {
        if (event === 'subscribed') names.set(data.channel, data.id);
        if (event === 'subscription-error') reject(new Error(data.error));
        if (event !== 'snapshot' && event !== 'delta') return;
        const name = names.get(data.channel)!;
        seen.set(name, {
          asked: data.coverage?.asked ?? seen.get(name)?.asked ?? 0,
          answered: data.coverage?.answered ?? seen.get(name)?.answered ?? 0,
          pods: data.summary?.pods ?? seen.get(name)?.pods,
        });
        const now = preciseNow();
        const states = [...seen.values()];
        const everywhere = (least: number) =>
          states.length === 2 &&
          states.every(({ answered }) => answered >= least);
        if (everywhere(1)) firstAt ??= now;
        if (everywhere(clusters) && seen.get(HEALTH)?.pods === pods) {
          resolve(now);
        }
      };
      FleetStream.open({
        port,
        viewer: 'cold',
        // Together they read every kind that is kept.
        subscriptions: [
          { id: HEALTH, view: 'clusters.health', ...look },
          { id: 'events', view: 'events.recent', ...look },
        ],
        onEvent,
      }).then(opened => {
        stream = opened;
      }, reject);
    });
    return { firstAt: firstAt!, completeAt };
  } finally {
    clearTimeout(timer);
    stream?.close();
  }
}
