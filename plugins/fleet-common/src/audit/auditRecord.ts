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
import { actionTargetSchema } from '../actions/ActionRef';

/**
 * One attempt at an action: written before it runs (`outcome` is `pending`) and completed afterwards. Times are epoch milliseconds.
 *
 * @public
 */
export const auditRecordSchema = z.object({
  id: z.string(),
  action: z.string(),
  /** Entity ref of the person, or `plugin:<id>` for a service. */
  actor: z.string(),
  /** How it was asked for. */
  channel: z.enum(['rest', 'mcp']),
  target: actionTargetSchema.extend({ uid: z.string().optional() }),
  input: z.record(z.string(), z.unknown()),
  reason: z.string().optional(),
  outcome: z.enum(['pending', 'succeeded', 'failed', 'denied', 'unknown']),
  message: z.string().optional(),
  before: z.record(z.string(), z.unknown()).optional(),
  after: z.record(z.string(), z.unknown()).optional(),
  requestedAt: z.number(),
  completedAt: z.number().optional(),
});

/** @public */
export type AuditRecord = z.infer<typeof auditRecordSchema>;
