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

import { LoggerService } from '@backstage/backend-plugin-api';
import { SeriesPlan } from './planSeries';
import { SampleLimits } from './readSampleLimits';

/** Says in the log what the budget leaves out, once for each change of it. */
export class PlanNotice {
  readonly #limits: SampleLimits;
  readonly #logger: LoggerService;
  #told = '';

  constructor(options: { limits: SampleLimits; logger: LoggerService }) {
    this.#limits = options.limits;
    this.#logger = options.logger;
  }

  /** Answers with the plan, after it was told if it is another one. */
  told(plan: SeriesPlan): SeriesPlan {
    const names = [...plan.leftOut.keys()].join(', ');
    if (names !== this.#told) {
      this.#told = names;
      const { maxSeriesPerCluster, maxBytesPerDay } = this.#limits;
      if (names) {
        this.#logger.warn(
          `Not sampled, because the budget does not hold them: ${names}. fleet.samples.maxSeriesPerCluster is ${maxSeriesPerCluster}, fleet.samples.maxBytesPerDay ${maxBytesPerDay}`,
        );
      } else {
        this.#logger.info('The budget holds all series again');
      }
    }
    return plan;
  }
}
