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

const TIME = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?=(?:\.\d+)?Z)/g;

/** Moves every time in a text, such as `2026-11-28T15:30:00Z`, by whole seconds. */
export function shiftTimes(text: string, milliseconds: number): string {
  if (milliseconds === 0) return text;
  return text.replace(TIME, time => {
    const at = Date.parse(`${time}Z`);
    if (Number.isNaN(at)) return time;
    return new Date(at + milliseconds).toISOString().slice(0, 19);
  });
}

export function shiftTimesIn(bytes: Buffer, milliseconds: number): Buffer {
  if (milliseconds === 0) return bytes;
  return Buffer.from(shiftTimes(bytes.toString(), milliseconds));
}
