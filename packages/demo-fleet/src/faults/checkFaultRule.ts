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
import type { FaultRule } from './FaultRule';

/** A rule that makes no sense, with the reason. */
export class FaultRuleError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'FaultRuleError';
  }
}

const count = z.number().int().min(0);
const most = 86_400_000;
const milliseconds = z.number().min(0).max(most);
const turn = z.number().min(1).max(most);

const expression = z
  .strictObject({ regex: z.string(), flags: z.string().optional() })
  .transform(({ regex, flags }, context) => {
    try {
      return new RegExp(regex, flags);
    } catch (error) {
      context.addIssue({ code: 'custom', message: (error as Error).message });
      return z.NEVER;
    }
  });

const match = z.strictObject({
  path: z
    .union([z.string().startsWith('/'), z.instanceof(RegExp), expression])
    .optional(),
  verbs: z
    .array(
      z.enum([
        'get',
        'list',
        'watch',
        'create',
        'update',
        'patch',
        'delete',
        'deletecollection',
      ]),
    )
    .min(1)
    .optional(),
  resource: z.string().min(1).optional(),
  group: z.string().optional(),
  continued: z.boolean().optional(),
});

const fault = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('delay'),
    milliseconds,
    jitter: milliseconds.optional(),
  }),
  z.strictObject({ type: z.literal('hang') }),
  z.strictObject({
    type: z.literal('slow-bytes'),
    bytesPerSecond: z.number().positive(),
  }),
  z.strictObject({
    type: z.literal('status'),
    code: z.number().int().min(400).max(599),
    reason: z.string().optional(),
    message: z.string().optional(),
    retryAfterSeconds: count.optional(),
  }),
  z.strictObject({ type: z.literal('cut'), afterBytes: count }),
  z.strictObject({ type: z.literal('half-open') }),
  z.strictObject({
    type: z.literal('watch-event'),
    after: count,
    line: z.enum(['malformed', 'unknown-type', 'oversized', 'error']),
    code: z.number().int().min(400).max(599).optional(),
    bytes: count.max(256 * 1_024 * 1_024).optional(),
    keepOpen: z.boolean().optional(),
    raw: z.string().optional(),
  }),
  z.strictObject({ type: z.literal('watch-close'), after: count.optional() }),
  z.strictObject({
    type: z.literal('watch-replay'),
    order: z.enum(['duplicate', 'reversed']),
    last: count.min(1).max(100_000),
  }),
  z.strictObject({ type: z.literal('watch-quiet') }),
  z.strictObject({ type: z.literal('no-bookmarks') }),
  z.strictObject({
    type: z.literal('flap'),
    upMilliseconds: turn,
    downMilliseconds: turn,
  }),
  z.strictObject({
    type: z.literal('clock-skew'),
    milliseconds: z
      .number()
      .multipleOf(1_000, 'a clock is wrong by whole seconds'),
  }),
]);

const schema = z
  .strictObject({
    match: match.optional(),
    times: count.min(1).optional(),
    skip: count.optional(),
    fault,
  })
  .refine(
    rule =>
      rule.fault.type !== 'flap' ||
      (!rule.match && rule.times === undefined && rule.skip === undefined),
    'flap concerns connections: it takes no match, times or skip',
  );

/** The rule, with an expression in place of `{ "regex": "…" }`; throws what is wrong. */
export function checkFaultRule(input: unknown): FaultRule {
  const result = schema.safeParse(input);
  if (result.success) return result.data;
  const [{ path, message }] = result.error.issues;
  const place = path.join('.');
  throw new FaultRuleError(place ? `${place}: ${message}` : message);
}
