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

const MINUTE = 60_000;

export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** How long every sample is kept. */
export const RAW_RETENTION = DAY;

/** How long downsampled figures are kept. */
export const DOWNSAMPLED_RETENTION = 30 * DAY;

/** What is downsampled into one figure. Divides an hour, so that each hour can be done by itself. */
export const DOWNSAMPLED_STEP = 15 * MINUTE;

/** The start of the span of time that a moment lies in. */
export function startOf(at: number, span: number): number {
  return Math.floor(at / span) * span;
}
