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
import { z } from 'zod';
import { actionTargetSchema } from './ActionRef';

/** The object as it was found, to be named again when the action runs. @public */
export const previewTargetSchema = actionTargetSchema.extend({
  uid: z.string(),
  resourceVersion: z.string(),
});

/**
 * What an action would do, found out by a server-side dry run.
 *
 * @public
 */
export const actionPreviewSchema = z.object({
  action: z.string(),
  target: previewTargetSchema,
  /** One sentence: `Scale Deployment cart-api from 3 to 5 replicas`. */
  sentence: z.string(),
  changes: z.array(
    z.object({
      path: z.string(),
      before: z.unknown().optional(),
      after: z.unknown().optional(),
    }),
  ),
  warnings: z.array(
    z.object({
      severity: z.enum(['info', 'warning', 'error']),
      message: z.string(),
    }),
  ),
});

/** @public */
export type ActionPreview = z.infer<typeof actionPreviewSchema>;

/** Body of `POST /actions/{id}/preview`. @public */
export const actionPreviewRequestSchema = z.object({
  input: z.record(z.string(), z.unknown()),
});

/**
 * Body of `POST /actions/{id}`, which also wants an `Idempotency-Key` header: the same key runs once and answers the same.
 *
 * @public
 */
export const actionRunRequestSchema = z.object({
  input: z.record(z.string(), z.unknown()),
  /** From the preview. The action is refused when the object has been recreated since. */
  uid: z.string().min(1).max(128),
  /** From the preview. The action is refused when the object has changed since; leave out to accept any newer state of the same object. */
  resourceVersion: z.string().max(128).optional(),
  /** Why, in the words of the person; kept in the audit log. */
  reason: z.string().max(1000).optional(),
});

/** @public */
export type ActionRunRequest = z.infer<typeof actionRunRequestSchema>;

/**
 * How it went. `unknown` means that the cluster stopped answering after the request was sent: it may or may not have been done.
 *
 * @public
 */
export const actionOutcomeSchema = z.object({
  auditId: z.string(),
  action: z.string(),
  status: z.enum(['succeeded', 'failed', 'unknown']),
  message: z.string(),
  result: z.record(z.string(), z.unknown()).optional(),
});

/** @public */
export type ActionOutcome = z.infer<typeof actionOutcomeSchema>;

/** An action as `GET /actions` lists it; `input` is a JSON Schema. @public */
export const actionDescriptionSchema = z.object({
  id: z.string(),
  title: z.string(),
  description: z.string(),
  scope: z.enum(['cluster', 'namespace']),
  destructive: z.boolean(),
  input: z.record(z.string(), z.unknown()),
});

/** @public */
export type ActionDescription = z.infer<typeof actionDescriptionSchema>;
