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

import { readFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { canPin, SYSTEM_CORE } from './pinning';

export interface HostLoadFigures {
  readonly loadAverage1m: number;
  /** Part of the measured process' core that others took, from 0 to 1; absent where it cannot be told. */
  readonly othersOnCore?: number;
}

interface CoreTime {
  readonly busy: number;
  readonly total: number;
}

/** What else the machine did while something was measured. */
export class HostLoad {
  readonly #from = coreTime();

  /** @param ownCpuSeconds - CPU time of the measured process since this was created. */
  figures(ownCpuSeconds: number): HostLoadFigures {
    const loadAverage1m = loadavg()[0];
    const to = coreTime();
    if (!this.#from || !to || !canPin()) return { loadAverage1m };
    const total = to.total - this.#from.total;
    const ticks = to.busy - this.#from.busy - ownCpuSeconds * 100;
    return {
      loadAverage1m,
      othersOnCore: total > 0 ? Math.max(0, ticks / total) : 0,
    };
  }
}

/** Ticks of 10 ms. */
function coreTime(): CoreTime | undefined {
  try {
    const line = readFileSync('/proc/stat', 'utf8')
      .split('\n')
      .find(each => each.startsWith(`cpu${SYSTEM_CORE} `));
    const [user, nice, system, idle, wait, irq, soft, steal] = line!
      .split(/\s+/)
      .slice(1)
      .map(Number);
    const busy = user + nice + system + irq + soft + steal;
    return { busy, total: busy + idle + wait };
  } catch {
    return undefined;
  }
}
