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

import { SubscriptionInput } from '@quarterdeck/backstage-plugin-fleet-common';
import { FleetStream } from '../load/FleetStream';
import { Prober, ProbeFigures } from '../load/Prober';
import { SystemProcess } from '../processes/SystemProcess';
import { WrongInventoryError } from './awaitCounts';
import { FirstViewer } from './FirstViewer';
import { WindowFigures } from './measureWindow';

export interface OpeningFigures {
  /** From asking for the streams until the first of them has the first state of all its views. */
  readonly openMs: number;
  readonly openStallMs: number;
}

export interface ViewerFigures
  extends WindowFigures, ProbeFigures, OpeningFigures {
  readonly streamedMbPerSecond: number;
}

/** Measures while some people look, and some pods change at known times. */
export async function withViewers(options: {
  system: SystemProcess;
  port: number;
  viewers: number;
  /** What each of them looks at; the first pods by restarts are to be among it. */
  subscriptions: readonly SubscriptionInput[];
  prober: Prober;
  /** Clusters that can be known. */
  healthy: readonly string[];
  measure: () => Promise<WindowFigures>;
}): Promise<ViewerFigures> {
  const { system, port, viewers, subscriptions, prober, measure } = options;
  const { healthy } = options;
  const streams: FleetStream[] = [];
  const first = new FirstViewer({
    prober,
    views: subscriptions.length,
    healthy,
  });
  try {
    await system.ask('resetStalls');
    const openedAt = performance.now();
    for (let index = 0; index < viewers; index += 1) {
      streams.push(
        await FleetStream.open({
          port,
          viewer: `viewer-${index}`,
          subscriptions,
          onEvent: index === 0 ? first.onEvent : undefined,
        }),
      );
    }
    await first.complete;
    const openMs = performance.now() - openedAt;
    const { longestStallMs: openStallMs } = await system.ask('usage');
    await first.settled();
    await prober.start();
    const bytes = () => streams.reduce((sum, each) => sum + each.bytes, 0);
    const before = bytes();
    const figures = await measure();
    const streamed = bytes() - before;
    const { sent, ...probes } = await prober.finish();
    const ended = streams.find(each => each.ended)?.ended;
    if (ended) throw new Error(`A stream ended too early: ${ended}`);
    if (sent === 0) throw new Error('No change was probed');
    if (probes.lost > 0) {
      throw new WrongInventoryError(
        `${probes.lost} of ${sent} changes did not reach the client, with ${viewers} viewers: ${JSON.stringify({ ...figures, ...probes })}`,
      );
    }
    return {
      ...figures,
      ...probes,
      openMs,
      openStallMs,
      streamedMbPerSecond: streamed / figures.seconds / 1e6,
    };
  } finally {
    streams.forEach(stream => stream.close());
  }
}

export async function withOneViewer<T>(
  port: number,
  subscriptions: readonly SubscriptionInput[],
  act: () => Promise<T>,
): Promise<T> {
  const stream = await FleetStream.open({
    port,
    viewer: 'viewer-0',
    subscriptions,
  });
  try {
    return await act();
  } finally {
    stream.close();
  }
}
