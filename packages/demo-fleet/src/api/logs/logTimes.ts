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

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

export const iso = (time: number) => new Date(time).toISOString();

/** As web servers write times. */
export function clfTime(time: number): string {
  const date = new Date(time);
  const day = String(date.getUTCDate()).padStart(2, '0');
  return `${day}/${MONTHS[date.getUTCMonth()]}/${date.getUTCFullYear()}:${iso(time).slice(11, 19)} +0000`;
}

export const pgTime = (time: number) =>
  iso(time).replace('T', ' ').slice(0, 23);

export const vllmTime = (time: number) =>
  iso(time).slice(5, 19).replace('T', ' ');

/** The level, date and time with which klog begins a line. */
export const klogTime = (level: string, time: number) =>
  `${level}${iso(time).slice(5, 10).replace('-', '')} ${iso(time).slice(11, 23)}000`;
