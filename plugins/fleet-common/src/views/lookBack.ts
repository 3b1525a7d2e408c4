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

/** Furthest that a view about what happened looks back, in minutes: 30 days. @public */
export const MOST_MINUTES_BACK = 43_200;

/**
 * How many minutes back a view looks. A view about what happened calls the parameter `minutes`: pages that are narrowed to a time set it.
 *
 * @example
 * ```ts
 * params: z.object({ minutes: minutesBackSchema.default(60) }),
 * ```
 *
 * @public
 */
export const minutesBackSchema = z.number().int().min(1).max(MOST_MINUTES_BACK);
