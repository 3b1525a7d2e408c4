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
  createViewRef,
} from '@quarterdeck/backstage-plugin-fleet-common';
import { waitFor } from '@testing-library/react';
import { HttpResponse } from 'msw';
import { z } from 'zod';
import { coverage } from '../../../client/__testUtils__/fleetAnswers';
import { ManualPage } from '../../../client/__testUtils__/ManualPage';
import { ScriptedFleetServer } from '../../../client/__testUtils__/ScriptedFleetServer';
import { FleetClient } from '../../../client/FleetClient';

export interface Ship {
  id: string;
  knots: number;
}

/** A collection of the tests. */
export const harbourView = createViewRef({
  id: 'test.harbour',
  title: 'Harbour',
  params: z.object({ flag: z.string().optional() }),
  row: z.object({ id: z.string(), knots: z.number() }),
  summary: z.object({ moored: z.number() }),
  key: ship => ship.id,
  sorts: ['id', 'knots'],
});

/** A backend that hands out windows of its ships, and tells of changes. */
export class Harbour {
  readonly server = new ScriptedFleetServer();
  readonly client: FleetClient;
  ships: Ship[];
  subscriptions: Subscription[] = [];
  /** Holds back the answers to new questions. */
  slow = false;
  #served = new Set<string>();
  #version = 0;

  constructor(count: number) {
    this.ships = Array.from({ length: count }, (_, at) => ({
      id: `ship-${at}`,
      knots: at % 30,
    }));
    this.server.start();
    this.client = new FleetClient({
      fetchApi: this.server.fetchApi as any,
      identityApi: {
        getBackstageIdentity: async () => ({
          userEntityRef: 'user:default/anne',
        }),
      } as any,
      page: new ManualPage(),
    });
    this.server.answerChange = () => {
      this.#serve(this.server.changes.at(-1)!.request);
      return new HttpResponse(null, { status: 204 });
    };
    this.server.answer = line => {
      const asked = new URLSearchParams(line.split('?')[1]);
      return HttpResponse.json(
        this.#window({
          offset: Number(asked.get('offset')),
          limit: Number(asked.get('limit')),
          sort: asked.get('sort') ?? undefined,
          descending: asked.get('descending') === 'true',
          search: asked.get('search') ?? undefined,
        }),
      );
    };
  }

  /** Waits for the page to ask, and answers from then on. */
  async open(): Promise<void> {
    await waitFor(() => {
      if (this.server.streams.length === 0) throw new Error('No stream yet');
    });
    this.server.lastStream.open();
    this.#serve(this.server.lastStream.request);
  }

  /** Offsets that are watched now. */
  offsets(): number[] {
    return this.subscriptions.map(it => it.window?.offset ?? 0).sort();
  }

  /** Tells everybody how the harbour is now. */
  tell(): void {
    this.slow = false;
    this.subscriptions.forEach(it => this.#snapshot(it));
  }

  close(): void {
    this.client.stop();
    this.server.stop();
  }

  #serve({ subscriptions }: StreamRequest): void {
    this.subscriptions = subscriptions as Subscription[];
    this.subscriptions
      .filter(({ id }) => !this.#served.has(id))
      .forEach(it => {
        this.#served.add(it.id);
        this.server.lastStream.send('subscribed', {
          id: it.id,
          channel: it.id,
          resumed: false,
        });
        if (!this.slow) this.#snapshot(it);
      });
  }

  #snapshot({ id, window }: Subscription): void {
    this.#version += 1;
    this.server.lastStream.send('snapshot', {
      channel: id,
      version: this.#version,
      ...this.#window(window ?? {}),
    });
  }

  #window(window: Partial<Subscription['window']>) {
    const { offset = 0, limit = 50, sort, descending, search } = window;
    const found = this.ships.filter(ship => ship.id.includes(search ?? ''));
    if (sort === 'knots') {
      found.sort((a, b) =>
        descending ? b.knots - a.knots : a.knots - b.knots,
      );
    }
    return {
      rows: found.slice(offset, offset + limit),
      total: found.length,
      summary: { moored: found.filter(({ knots }) => knots === 0).length },
      coverage,
    };
  }
}
