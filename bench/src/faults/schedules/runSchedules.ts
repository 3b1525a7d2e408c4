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

import { runSchedule, ScheduleResult } from './runSchedule';

export interface RunSchedulesOptions {
  readonly runs: number;
  /** Of the first; each has the next. */
  readonly seed: number;
  /** Played at once in this process. They mostly wait. */
  readonly atOnce: number;
  readonly patience: number;
  readonly onResult?: (result: ScheduleResult, done: number) => void;
}

export interface SchedulesResult {
  readonly runs: number;
  readonly seed: number;
  readonly seconds: number;
  readonly steps: number;
  readonly failed: readonly ScheduleResult[];
}

/** Plays random schedules, many at once. */
export async function runSchedules(
  options: RunSchedulesOptions,
): Promise<SchedulesResult> {
  const { runs, seed, atOnce, patience, onResult } = options;
  const began = performance.now();
  const failed: ScheduleResult[] = [];
  let started = 0;
  let done = 0;
  let steps = 0;
  const work = async () => {
    while (started < runs) {
      started += 1;
      const result = await runSchedule({ seed: seed + started - 1, patience });
      done += 1;
      steps += result.steps.length;
      if (result.failure) failed.push(result);
      onResult?.(result, done);
    }
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, runs) }, work));
  const seconds = (performance.now() - began) / 1_000;
  return { runs, seed, seconds, steps, failed };
}
