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
import { FetchApi, IdentityApi } from '@backstage/core-plugin-api';
import {
  ActionRef,
  ObjectAddress,
  ViewAnswer,
  ViewRef,
} from '@quarterdeck/backstage-plugin-fleet-common';
import { z } from 'zod';
import {
  ActionRunTarget,
  FleetApi,
  FleetRequestOptions,
  LiveView,
  RunActionOptions,
  ViewQuestion,
} from './FleetApi';
import { FleetRest } from './FleetRest';
import { LiveViews } from './LiveViews';
import { browserPage, PageActivity } from './PageActivity';
import { ServerClock } from './ServerClock';
import { createStreamSlots, StreamSlots } from './StreamSlots';
import { browserTime, TimeSource } from './TimeSource';
import { UserWatch } from './UserWatch';
import { toViewQuery } from './viewQueryKey';
import { WarmAnswers } from './warm/WarmAnswers';
import { WarmStart } from './warm/WarmStart';
import { WarmStore } from './warm/WarmStore';
import { whenIdle } from './warm/whenIdle';

/**
 * Options of {@link createFleetClient}; those of the browser have its own as default.
 *
 * @public
 */
export interface FleetClientOptions {
  fetchApi: FetchApi;
  identityApi: IdentityApi;
  time?: TimeSource;
  page?: PageActivity;
  slots?: StreamSlots;
  /** Where answers are kept for the next start, and of which backend they are; left out means nowhere. */
  warmStart?: { store: WarmStore; backend: string };
  /** Does some work while there is nothing more urgent. */
  whenIdle?: (work: () => void) => void;
}

/**
 * Keeps every view of the page up to date over one stream, or by REST when the stream cannot be had, and says which.
 *
 * @public
 */
export class FleetClient implements FleetApi {
  readonly #users: UserWatch;
  readonly #rest: FleetRest;
  readonly #views: LiveViews;
  readonly #warm?: WarmStart;

  constructor(options: FleetClientOptions) {
    const { fetchApi, identityApi, time = browserTime, warmStart } = options;
    const { page = browserPage, slots = createStreamSlots() } = options;
    const clock = new ServerClock();
    const users = new UserWatch(identityApi);
    const rest = new FleetRest({
      fetchApi,
      time,
      onResponse: ({ headers }) =>
        clock.observeDateHeader(headers.get('date') ?? undefined, time.now()),
    });
    this.#users = users;
    this.#rest = rest;
    const warm =
      warmStart &&
      new WarmStart({
        ...warmStart,
        users,
        whoami: () => rest.whoami(),
        time,
        page,
        whenIdle: options.whenIdle ?? whenIdle,
      });
    this.#warm = warm;
    this.#views = new LiveViews({
      rest,
      users,
      clock,
      time,
      page,
      slots,
      warm,
    });
  }

  get warm(): WarmAnswers | undefined {
    return this.#warm;
  }

  view<TRow extends object, TSummary extends object, TParams extends z.ZodType>(
    view: ViewRef<TRow, TSummary, TParams>,
    question?: ViewQuestion<ViewRef<TRow, TSummary, TParams>>,
  ): LiveView<TRow, TSummary> {
    return this.#views.live(view, question);
  }

  readView<
    TRow extends object,
    TSummary extends object,
    TParams extends z.ZodType,
  >(
    view: ViewRef<TRow, TSummary, TParams>,
    question?: ViewQuestion<ViewRef<TRow, TSummary, TParams>>,
    options?: FleetRequestOptions,
  ): Promise<ViewAnswer<TRow, TSummary>> {
    return this.#rest.readView(
      toViewQuery(view.id, question),
      options,
    ) as Promise<ViewAnswer<TRow, TSummary>>;
  }

  async whoami(options?: FleetRequestOptions) {
    const whoami = await this.#rest.whoami(options);
    this.#warm?.observe(whoami);
    return whoami;
  }

  clusters(options?: FleetRequestOptions) {
    return this.#rest.clusters(options);
  }

  object(address: ObjectAddress, options?: FleetRequestOptions) {
    return this.#rest.object(address, options);
  }

  actions(options?: FleetRequestOptions) {
    return this.#rest.actions(options);
  }

  audit(
    query: { limit?: number; cluster?: string } = {},
    options?: FleetRequestOptions,
  ) {
    return this.#rest.audit(query, options);
  }

  previewAction<TInput extends z.ZodObject>(
    action: ActionRef<TInput, any>,
    input: z.input<TInput>,
    options?: FleetRequestOptions,
  ) {
    return this.#rest.previewAction(action.id, input, options);
  }

  runAction<TInput extends z.ZodObject>(
    action: ActionRef<TInput, any>,
    input: z.input<TInput>,
    target: ActionRunTarget,
    { idempotencyKey, reason, signal }: RunActionOptions,
  ) {
    return this.#rest.runAction(
      action.id,
      { ...target, input, reason },
      idempotencyKey,
      { signal },
    );
  }

  onUserChange(listener: () => void): () => void {
    return this.#users.onChange(listener);
  }

  /** Removes what is kept in the browser, and keeps nothing any more. */
  async signedOut(): Promise<void> {
    await this.#warm?.signedOut();
  }

  /** Ends the stream and forgets everything. */
  stop(): void {
    this.#warm?.stop();
    this.#views.stop();
  }
}

/**
 * Makes the {@link FleetApi} of a browser tab.
 *
 * @public
 */
export function createFleetClient(options: FleetClientOptions): FleetClient {
  return new FleetClient(options);
}
