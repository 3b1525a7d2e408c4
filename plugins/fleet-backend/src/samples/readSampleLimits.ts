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

import { Config, readDurationFromConfig } from '@backstage/config';
import { durationToMilliseconds } from '@backstage/types';

/** How often samples are taken, and what they may take. */
export interface SampleLimits {
  readonly enabled: boolean;
  /** Milliseconds. */
  readonly interval: number;
  readonly maxSeriesPerCluster: number;
  readonly maxBytesPerDay: number;
}

const SECTION = 'fleet.samples';
const SHORTEST = 1_000;
/** Longer ones leave no sample for some downsampled figures. */
const LONGEST = 15 * 60_000;

const defaults: SampleLimits = {
  enabled: true,
  interval: 60_000,
  maxSeriesPerCluster: 50,
  maxBytesPerDay: 64 * 1024 * 1024,
};

/** Reads `fleet.samples`. */
export function readSampleLimits(config?: Config): SampleLimits {
  const section = config?.getOptionalConfig(SECTION);
  const whole = (name: 'maxSeriesPerCluster' | 'maxBytesPerDay') => {
    const value = section?.getOptionalNumber(name) ?? defaults[name];
    if (!Number.isInteger(value) || value < 1) {
      throw new TypeError(`${SECTION}.${name} must be a whole number above 0`);
    }
    return value;
  };
  const interval = section?.has('interval')
    ? durationToMilliseconds(
        readDurationFromConfig(section, { key: 'interval' }),
      )
    : defaults.interval;
  if (interval < SHORTEST || interval > LONGEST) {
    throw new TypeError(
      `${SECTION}.interval must be from 1 second to 15 minutes`,
    );
  }
  return {
    enabled: section?.getOptionalBoolean('enabled') ?? defaults.enabled,
    interval,
    maxSeriesPerCluster: whole('maxSeriesPerCluster'),
    maxBytesPerDay: whole('maxBytesPerDay'),
  };
}
