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
  ActionRef,
  ActionPreview,
} from '@quarterdeck/backstage-plugin-fleet-common';
import { z } from 'zod';
import { ClusterConnection } from '../clusters/ClusterConnection';
import { RequiredAccess } from '../clusters/RequiredAccess';

/**
 * Writes to one cluster.
 *
 * @remarks
 *
 * Only the action pipeline hands it out. In a preview every call carries `dryRun=All`, whatever the implementation asks for.
 *
 * @public
 */
export interface ClusterWriter {
  /** Sends a patch and answers with the object as the server has it afterwards. */
  patch<T = unknown>(
    path: string,
    body: unknown,
    options: { type: 'json' | 'merge' | 'strategic'; signal?: AbortSignal },
  ): Promise<WriteAnswer<T>>;
  create<T = unknown>(
    path: string,
    body: unknown,
    options?: { signal?: AbortSignal },
  ): Promise<WriteAnswer<T>>;
  update<T = unknown>(
    path: string,
    body: unknown,
    options?: { signal?: AbortSignal },
  ): Promise<WriteAnswer<T>>;
  delete<T = unknown>(
    path: string,
    options?: {
      preconditions?: { uid?: string; resourceVersion?: string };
      propagationPolicy?: 'Background' | 'Foreground' | 'Orphan';
      signal?: AbortSignal;
    },
  ): Promise<WriteAnswer<T>>;
}

/**
 * The server's answer to a write, with its `Warning` headers.
 *
 * @public
 */
export interface WriteAnswer<T> {
  object: T;
  warnings: string[];
}

/**
 * What an action may use.
 *
 * @public
 */
export interface ActionContext<TInput> {
  readonly input: TInput;
  readonly connection: ClusterConnection;
  readonly writer: ClusterWriter;
  readonly signal: AbortSignal;
}

/** The object that the person confirmed. @public */
export interface ConfirmedTarget {
  readonly uid: string;
  readonly resourceVersion?: string;
}

/**
 * How an action is previewed and done.
 *
 * @public
 */
export interface ActionImplementation<
  TInput extends z.ZodObject = any,
  TResult extends z.ZodObject = any,
> {
  readonly ref: ActionRef<TInput, TResult>;
  /**
   * What the backend's credential must be allowed to do in a cluster for this action, reads included. The generated RBAC manifest grants it, and
   * the cluster's page says whether the cluster does.
   */
  readonly rbac?: readonly RequiredAccess[];
  /** Finds the object and asks the server, by dry runs, what would change. */
  readonly preview: (
    context: ActionContext<z.output<TInput>>,
  ) => Promise<Omit<ActionPreview, 'action'>>;
  /**
   * Does it, to the confirmed object and to no other: must make the server check the uid.
   * Answers with the result and, for the audit log, what was before and after.
   */
  readonly execute: (
    context: ActionContext<z.output<TInput>> & {
      readonly confirmed: ConfirmedTarget;
    },
  ) => Promise<ActionExecution<z.output<TResult>>>;
  /** Asked when the answer to a write was lost: reads the object and says in one sentence how it stands now. */
  readonly observe?: (
    context: Omit<ActionContext<z.output<TInput>>, 'writer'> & {
      readonly confirmed: ConfirmedTarget;
    },
  ) => Promise<string>;
}

/** What an action did. @public */
export interface ActionExecution<TResult> {
  result: TResult;
  /** One sentence for people. */
  message: string;
  before?: Record<string, unknown>;
  after?: Record<string, unknown>;
}

/**
 * Implements an action.
 *
 * @public
 */
export function defineAction<
  TInput extends z.ZodObject,
  TResult extends z.ZodObject,
>(
  ref: ActionRef<TInput, TResult>,
  options: Omit<ActionImplementation<TInput, TResult>, 'ref'>,
): ActionImplementation<TInput, TResult> {
  return { ref, ...options };
}
