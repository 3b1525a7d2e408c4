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
import { FleetClient, FleetClientOptions } from '../FleetClient';
import { LiveView } from '../FleetApi';
import { StreamSlot } from '../StreamSlots';
import { answerOf, ship, shipsView } from './fleetAnswers';
import { ManualPage } from './ManualPage';
import { ManualTime } from './ManualTime';
import { ScriptedFleetServer, ScriptedStream } from './ScriptedFleetServer';

/** Waits for what other tasks bring about. */
export async function until(
  condition: () => boolean | undefined,
): Promise<void> {
  const givenUp = performance.now() + 4000;
  while (!condition()) {
    if (performance.now() > givenUp) {
      throw new Error(`Never came true: ${condition}`);
    }
    await new Promise(resolve => setTimeout(resolve));
  }
}

/** The ships of a view as `name` and `knots`. */
export function rowsOf(live: LiveView<any, any>): string[] {
  return live.getState().rows.map(({ id, knots }) => id + knots);
}

/** Waits until a view is ready with exactly these ships. */
export function ready(
  live: LiveView<any, any>,
  ...rows: string[]
): Promise<void> {
  return until(
    () => live.getState().status === 'ready' && `${rowsOf(live)}` === `${rows}`,
  );
}

/** A browser tab with the client in it, in front of a backend that the test plays. */
export class TestTab {
  readonly server = new ScriptedFleetServer();
  readonly time: ManualTime;
  readonly page = new ManualPage();
  readonly client: FleetClient;
  readonly #leaves: (() => void)[] = [];
  user = 'user:default/anne';
  groups = ['user:default/anne', 'group:default/platform'];
  /** Stream slots that other tabs have left. */
  freeSlots = 4;

  constructor(
    options: Pick<FleetClientOptions, 'warmStart'> & {
      /** When the tab is opened; a fixed day unless told. */
      now?: number;
      user?: string;
      groups?: string[];
    } = {},
  ) {
    this.time = new ManualTime(options.now);
    this.user = options.user ?? this.user;
    this.groups = options.groups ?? this.groups;
    this.server.start();
    this.client = new FleetClient({
      fetchApi: this.server.fetchApi as any,
      identityApi: {
        getBackstageIdentity: async () => ({
          userEntityRef: this.user,
          ownershipEntityRefs: this.groups,
        }),
      } as any,
      time: this.time,
      page: this.page,
      slots: { take: () => this.#takeSlot() },
      warmStart: options.warmStart,
      whenIdle: work => work(),
    });
  }

  close(): void {
    this.#leaves.forEach(leave => leave());
    this.client.stop();
    this.server.stop();
  }

  /** Watches the ships of a kind and writes down every state that was shown. */
  watch(kind?: string) {
    const live = this.client.view(shipsView, { params: { kind } });
    const seen: string[] = [];
    const leave = live.subscribe(() => {
      const { status, transport } = live.getState();
      seen.push(`${transport} ${status} ${rowsOf(live)}`);
    });
    this.#leaves.push(leave);
    return { live, seen, leave };
  }

  /** Waits for so many streams to have been asked for. */
  streams(count: number): Promise<void> {
    return until(() => this.server.streams.length === count);
  }

  /** Opens the last stream and carries every view on a channel of its own, with the same two ships. */
  carry(epoch: string = 'e1'): ScriptedStream {
    const stream = this.server.lastStream;
    stream.open(epoch);
    stream.request.subscriptions.forEach(({ id }, index) => {
      const channel = `c${index}`;
      stream.send('subscribed', { id, channel, resumed: false });
      stream.send(
        'snapshot',
        { channel, version: 7, ...answerOf(ship('a', 1), ship('b', 2)) },
        `${epoch}:${index}`,
      );
    });
    return stream;
  }

  async #takeSlot(): Promise<StreamSlot | undefined> {
    if (this.freeSlots === 0) {
      return undefined;
    }
    this.freeSlots -= 1;
    return {
      release: () => {
        this.freeSlots += 1;
      },
    };
  }
}
