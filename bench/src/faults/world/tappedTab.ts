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

import { PodRow, podsView } from '@quarterdeck/backstage-plugin-fleet-common';
import type { WatchedView } from '../systems/FleetTab';
import { StreamTap } from '../systems/StreamTap';
import type { World, WorldCluster } from './World';

/** A tab with a tap before it. */
export interface TappedTab {
  readonly tap: StreamTap;
  readonly pods: WatchedView;
}

/** A cluster, and a tab of its own that looks at the pods through a tap. */
export async function tappedCluster(
  world: World,
  pods?: number,
): Promise<TappedTab & { readonly cluster: WorldCluster }> {
  const cluster = await world.cluster('c', { pods });
  await world.watch();
  await world.settled();
  const opened = await openTap(world);
  await sameAs(world, cluster, opened.pods);
  return { cluster, ...opened };
}

/** Another tab that looks at the pods. */
export async function openTap(world: World): Promise<TappedTab> {
  const tap = new StreamTap();
  const tab = world.ours!.openTab({ fetch: tap.fetch });
  world.onClose(() => tab.close());
  const pods = tab.watch(podsView);
  await world.untilTrue(
    'The stream is there',
    () =>
      pods.state().status === 'ready' && pods.state().transport === 'stream',
  );
  return { tap, pods };
}

/** Waits until a tab shows the pods as the API server has them, once each. */
export async function sameAs(
  world: World,
  { edit }: WorldCluster,
  pods: WatchedView,
): Promise<void> {
  await world.until('The tab is right', () => {
    const { rows } = pods.state();
    const shown = figures(
      (rows as PodRow[]).map(({ uid, restarts }) => [uid, restarts]),
    );
    const there = figures(
      edit.pods.map(({ metadata, status }) => [
        metadata.uid,
        (status as any)?.containerStatuses?.[0]?.restartCount ?? 0,
      ]),
    );
    return shown === there ? undefined : 'its pods are others';
  });
}

function figures(pods: ReadonlyArray<readonly [string, number]>): string {
  return pods
    .map(([uid, restarts]) => `${uid}=${restarts}`)
    .sort()
    .join();
}
