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
import { ResourcePermission } from '@backstage/plugin-permission-common';
import { z } from 'zod';
import { createActionPermission } from '../permissions/permissions';

/**
 * The one object that an action is about.
 *
 * @public
 */
export const actionTargetSchema = z.object({
  cluster: z.string(),
  namespace: z.string().optional(),
  kind: z.string(),
  name: z.string(),
});

/** @public */
export type ActionTarget = z.infer<typeof actionTargetSchema>;

/**
 * Names one audited, permission-checked operation on a cluster. The same reference is a REST endpoint, a button and an MCP tool.
 *
 * @public
 */
export interface ActionRef<
  TInput extends z.ZodObject = z.ZodObject,
  TResult extends z.ZodObject = z.ZodObject,
> {
  readonly $type: '@quarterdeck/ActionRef';
  /** Two words joined by a dot, the object and the act: `workload.scale`. */
  readonly id: string;
  readonly title: string;
  /** What it does and when to use it, for people and for language models. */
  readonly description: string;
  readonly scope: 'cluster' | 'namespace';
  readonly input: TInput;
  readonly result: TResult;
  readonly target: (input: z.output<TInput>) => ActionTarget;
  /** May lose data or interrupt service. */
  readonly destructive: boolean;
  readonly permission: ResourcePermission;
}

/** Input of an action. @public */
export type ActionInput<TAction> =
  TAction extends ActionRef<infer TInput, any> ? z.input<TInput> : never;

/** Result of an action. @public */
export type ActionResult<TAction> =
  TAction extends ActionRef<any, infer TResult> ? z.output<TResult> : never;

/**
 * Options of {@link createActionRef}.
 *
 * @public
 */
export interface CreateActionRefOptions<
  TInput extends z.ZodObject,
  TResult extends z.ZodObject,
> {
  id: string;
  title: string;
  description: string;
  scope: 'cluster' | 'namespace';
  input: TInput;
  result: TResult;
  target: (input: z.output<TInput>) => ActionTarget;
  destructive?: boolean;
}

const actionIdPattern = /^[a-z][A-Za-z0-9]*(\.[a-z][A-Za-z0-9]*)+$/;

/**
 * Declares an action and its permission `fleet.action.<id>`.
 *
 * @throws TypeError when the id is not words joined by dots.
 *
 * @public
 */
export function createActionRef<
  TInput extends z.ZodObject,
  TResult extends z.ZodObject,
>(
  options: CreateActionRefOptions<TInput, TResult>,
): ActionRef<TInput, TResult> {
  if (!actionIdPattern.test(options.id)) {
    throw new TypeError(
      `Action id '${options.id}' must be two or more words joined by dots`,
    );
  }
  return {
    $type: '@quarterdeck/ActionRef',
    destructive: false,
    ...options,
    permission: createActionPermission(options.id, options.scope),
  };
}
