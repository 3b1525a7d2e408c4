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

import { SeededRandom } from '../../world/SeededRandom';
import type { LoggedRun } from './findRun';
import { LineContext, LogStyle, styleOf } from './logStyles';

export interface LogLine {
  /** Milliseconds since 1970. */
  time: number;
  text: string;
}

/** Most lines that a node keeps: older ones were rotated away. */
const KEPT = 4_000;
const START_STEP_MS = 40;
const CRASH_STEP_MS = 1;

/**
 * The log of one run of a container. Nothing of it is kept: which line was
 * written when follows from the container's id, so that any part of it can be
 * told at any time, always in the same words.
 */
export class SimulatedLog {
  readonly #style: LogStyle;
  readonly #crash: LogStyle['crash'];
  /** From here on the lines of ordinary work follow. */
  readonly #workFrom: number;
  readonly #workUntil: number;

  constructor(private readonly run: LoggedRun) {
    this.#style = styleOf(run.container);
    const { startedAt, end } = run;
    this.#crash = end?.reason === 'Error' ? this.#style.crash : [];
    this.#workFrom = startedAt + this.#style.start.length * START_STEP_MS;
    this.#workUntil = end
      ? end.at - this.#crash.length * CRASH_STEP_MS
      : Infinity;
  }

  /** The newest lines after one time and up to another, oldest first. */
  lines(after: number, until: number, most = KEPT): LogLine[] {
    const newestFirst: LogLine[] = [];
    const wanted = Math.min(most, KEPT);
    for (const line of this.#backwards(until)) {
      if (newestFirst.length >= wanted || line.time <= after) break;
      newestFirst.push(line);
    }
    return newestFirst.reverse();
  }

  *#backwards(until: number): Iterable<LogLine> {
    const { startedAt, end } = this.run;
    for (let index = this.#crash.length - 1; index >= 0; index -= 1) {
      const time = end!.at - (this.#crash.length - index) * CRASH_STEP_MS;
      if (time <= until)
        yield this.#write(this.#crash[index], time, -1 - index);
    }
    const { everyMs } = this.#style;
    const last = Math.min(until, this.#workUntil);
    for (
      let slot = Math.floor((last - this.#workFrom) / everyMs);
      slot >= 0;
      slot -= 1
    ) {
      const jitter = this.#random(slot).next() * 0.9;
      const time = this.#workFrom + Math.floor((slot + jitter) * everyMs);
      if (time <= last) yield this.#write(this.#style.line, time, slot);
    }
    const { start } = this.#style;
    for (let index = start.length - 1; index >= 0; index -= 1) {
      const time = startedAt + index * START_STEP_MS;
      if (time <= last) yield this.#write(start[index], time, -100 - index);
    }
  }

  #write(
    line: (context: LineContext) => string,
    time: number,
    seed: number,
  ): LogLine {
    const { container, startedAt } = this.run;
    const random = this.#random(seed);
    random.next();
    const text = line({
      random,
      time,
      uptime: time - startedAt,
      service: container.name,
      port: container.ports?.[0]?.containerPort,
    });
    return { time, text };
  }

  #random(seed: number): SeededRandom {
    return SeededRandom.for(seed, this.run.containerID);
  }
}
