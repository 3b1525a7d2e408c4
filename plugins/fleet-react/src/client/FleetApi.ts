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
import { createApiRef } from '@backstage/core-plugin-api';
import {
  ActionDescription,
  ActionOutcome,
  ActionPreview,
  ActionRef,
  AuditRecord,
  ClusterRow,
  LiveObject,
  ObjectAddress,
  ViewAnswer,
  ViewParams,
  ViewRef,
  ViewScope,
  viewWindowSchema,
  Whoami,
} from '@quarterdeck/backstage-plugin-fleet-common';
import { z } from 'zod';
import { ViewState } from './ViewState';
import { WarmAnswers } from './warm/WarmAnswers';

/**
 * What is wanted of a view; all of it has defaults.
 *
 * @public
 */
export interface ViewQuestion<TView extends ViewRef<any, any, any> = ViewRef> {
  params?: ViewParams<TView>;
  /** Left out means every cluster and namespace that the viewer may read. */
  scope?: ViewScope;
  /** Which part of a collection; left out means the first fifty rows in the view's own order. */
  window?: z.input<typeof viewWindowSchema>;
}

/**
 * A view that can be watched. Nothing is asked of the backend before the first subscriber.
 *
 * @public
 */
export interface LiveView<
  TRow extends object = object,
  TSummary extends object = object,
> {
  /** Equal questions have equal keys and share one subscription. */
  readonly key: string;
  /** Returns the same object until something changes, as `useSyncExternalStore` wants it. */
  getState(): ViewState<TRow, TSummary>;
  /**
   * Watches until the returned function is called. The data is kept for half a minute after the last one left, unless that one asked
   * for another time.
   */
  subscribe(
    listener: () => void,
    options?: { keptMilliseconds?: number },
  ): () => void;
  /**
   * Keeps what is known, without watching, until the returned function is called: whoever subscribes again meanwhile goes on from there,
   * however late.
   */
  hold(): () => void;
}

/** @public */
export interface FleetRequestOptions {
  signal?: AbortSignal;
}

/**
 * What is needed beside the input to run an action.
 *
 * @public
 */
export interface RunActionOptions extends FleetRequestOptions {
  /** The same key runs once and answers the same, however often it is sent. */
  idempotencyKey: string;
  /** Why, in the words of the person; kept in the audit log. */
  reason?: string;
}

/**
 * The object as the preview found it.
 *
 * @public
 */
export interface ActionRunTarget {
  uid: string;
  /** When given, the action is refused if the object has changed since. */
  resourceVersion?: string;
}

/**
 * The fleet's backend as the browser sees it. Views are live; everything else is one request.
 *
 * @remarks
 *
 * Requests reject with `ResponseError` when the backend refuses and with `ServiceUnavailableError` when it does not answer in time.
 *
 * @public
 */
export interface FleetApi {
  view<
    TRow extends object,
    TSummary extends object,
    TParams extends z.ZodType = z.ZodType,
  >(
    view: ViewRef<TRow, TSummary, TParams>,
    question?: ViewQuestion<ViewRef<TRow, TSummary, TParams>>,
  ): LiveView<TRow, TSummary>;

  /** Asks a view once, without watching it. */
  readView<
    TRow extends object,
    TSummary extends object,
    TParams extends z.ZodType = z.ZodType,
  >(
    view: ViewRef<TRow, TSummary, TParams>,
    question?: ViewQuestion<ViewRef<TRow, TSummary, TParams>>,
    options?: FleetRequestOptions,
  ): Promise<ViewAnswer<TRow, TSummary>>;

  whoami(options?: FleetRequestOptions): Promise<Whoami>;
  clusters(options?: FleetRequestOptions): Promise<ClusterRow[]>;
  /** One object as its API server holds it now, with secrets masked. Rejects with a `ResponseError` of status 404 when it is not there. */
  object(
    address: ObjectAddress,
    options?: FleetRequestOptions,
  ): Promise<LiveObject>;
  actions(options?: FleetRequestOptions): Promise<ActionDescription[]>;
  audit(
    query?: { limit?: number; cluster?: string },
    options?: FleetRequestOptions,
  ): Promise<AuditRecord[]>;

  /** Finds out by a server-side dry run what an action would do. */
  previewAction<TInput extends z.ZodObject>(
    action: ActionRef<TInput, any>,
    input: z.input<TInput>,
    options?: FleetRequestOptions,
  ): Promise<ActionPreview>;
  runAction<TInput extends z.ZodObject>(
    action: ActionRef<TInput, any>,
    input: z.input<TInput>,
    target: ActionRunTarget,
    options: RunActionOptions,
  ): Promise<ActionOutcome>;

  /** Calls back when another user has signed in: whatever was kept of the user before must go. */
  onUserChange(listener: () => void): () => void;
  /** What is kept for the next start of the browser's tab; absent where nothing is. */
  readonly warm?: WarmAnswers;
}

/**
 * Reference to the {@link FleetApi}, for both frontend systems.
 *
 * @public
 */
export const fleetApiRef = createApiRef<FleetApi>({
  id: 'plugin.fleet.client',
});
