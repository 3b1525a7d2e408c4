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

import { mockCredentials } from '@backstage/backend-test-utils';
import type { ViewRef } from '@quarterdeck/backstage-plugin-fleet-common';
import {
  createFleetClient,
  createStreamSlots,
  FleetClient,
  LiveView,
  PageActivity,
  StreamSlots,
  ViewState,
} from './fleetParts';

const MOST_ROWS = 500;

export interface FleetTabOptions {
  /** Where the API of the fleet's backend is now. */
  readonly url: () => string;
  /** Entity ref of who looks. */
  readonly user?: string;
  readonly page?: PageActivity;
  readonly slots?: StreamSlots;
  /** Sends the requests; straight to the backend unless told. */
  readonly fetch?: typeof fetch;
}

/** A view that a tab looks at, with every state that it showed. */
export interface WatchedView {
  readonly state: () => ViewState<any, any>;
  /** Called with every state that is shown from now on. */
  onState(listener: (state: ViewState<any, any>) => void): void;
  leave(): void;
}

const alwaysVisible: PageActivity = {
  hidden: () => false,
  onChange: () => () => {},
};

/** The browser's client of the fleet, as a tab has it. */
export class FleetTab {
  readonly #client: FleetClient;
  readonly #leaves = new Set<() => void>();

  constructor(options: FleetTabOptions) {
    const { url, user = 'user:default/anne' } = options;
    const send = options.fetch ?? fetch;
    this.#client = createFleetClient({
      fetchApi: {
        fetch: (input, init) => {
          const headers = new Headers(init?.headers);
          headers.set(
            'authorization',
            mockCredentials.user.header(user as `user:default/${string}`),
          );
          const target = String(input).replace('plugin://fleet', url());
          return send(target, { ...init, headers });
        },
      },
      identityApi: {
        getBackstageIdentity: async () => ({
          type: 'user',
          userEntityRef: user,
          ownershipEntityRefs: [user],
        }),
        getProfileInfo: async () => ({}),
        getCredentials: async () => ({}),
        signOut: async () => {},
      },
      page: options.page ?? alwaysVisible,
      slots: options.slots ?? createStreamSlots(undefined),
    });
  }

  /** Looks at a view from now on, at as many of its rows as one window holds. */
  watch(view: ViewRef<any, any, any>): WatchedView {
    const live: LiveView<any, any> = this.#client.view(view, {
      window: { limit: MOST_ROWS },
    });
    const listeners = new Set<(state: ViewState<any, any>) => void>();
    const unsubscribe = live.subscribe(() =>
      listeners.forEach(listener => listener(live.getState())),
    );
    const leave = () => {
      this.#leaves.delete(leave);
      unsubscribe();
    };
    this.#leaves.add(leave);
    return {
      state: () => live.getState(),
      onState: listener => listeners.add(listener),
      leave,
    };
  }

  close(): void {
    this.#leaves.forEach(leave => leave());
    this.#client.stop();
  }
}
