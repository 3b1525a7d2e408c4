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
import { waitFor } from '@testing-library/react';
import { HttpResponse } from 'msw';
import { coverage } from '../../client/__testUtils__/fleetAnswers';
import { ManualPage } from '../../client/__testUtils__/ManualPage';
import { ScriptedFleetServer } from '../../client/__testUtils__/ScriptedFleetServer';
import { FleetClient } from '../../client/FleetClient';

/** A backend that answers each view with the same rows, whatever is asked of it. */
export class ServedViews {
  readonly client: FleetClient;
  readonly #server = new ScriptedFleetServer();
  readonly #rows: Record<string, object[]>;
  readonly #served = new Set<string>();
  #subscriptions: Subscription[] = [];

  constructor(rows: Record<string, object[]>) {
    this.#rows = rows;
    this.#server.start();
    this.#server.answerChange = () => {
      this.#serve(this.#server.changes.at(-1)!.request);
      return new HttpResponse(null, { status: 204 });
    };
    this.client = new FleetClient({
      fetchApi: this.#server.fetchApi as any,
      identityApi: {
        getBackstageIdentity: async () => ({
          userEntityRef: 'user:default/anne',
        }),
      } as any,
      page: new ManualPage(),
    });
  }

  /** Waits for the page to ask, and answers from then on. */
  async open(): Promise<void> {
    await waitFor(() => {
      if (this.#server.streams.length === 0) throw new Error('No stream yet');
    });
    this.#server.lastStream.open();
    this.#serve(this.#server.lastStream.request);
  }

  /** What was asked of a view last. */
  asked(view: string): Subscription | undefined {
    return this.#subscriptions.filter(it => it.view === view).pop();
  }

  close(): void {
    this.client.stop();
    this.#server.stop();
  }

  #serve({ subscriptions }: StreamRequest): void {
    this.#subscriptions = subscriptions;
    for (const { id, view } of subscriptions) {
      const rows = this.#rows[view];
      if (!rows || this.#served.has(id)) continue;
      this.#served.add(id);
      const { lastStream } = this.#server;
      lastStream.send('subscribed', { id, channel: id, resumed: false });
      lastStream.send('snapshot', {
        channel: id,
        version: 1,
        rows,
        total: rows.length,
        summary: {},
        coverage,
      });
    }
  }
}
