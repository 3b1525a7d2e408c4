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

import { mockServices } from '@backstage/backend-test-utils';
import { readSampleLimits } from './readSampleLimits';

const read = (samples?: object) =>
  readSampleLimits(
    mockServices.rootConfig({ data: { fleet: samples ? { samples } : {} } }),
  );

describe('readSampleLimits', () => {
  it('has defaults, and takes what is configured', () => {
    expect(read()).toEqual({
      enabled: true,
      interval: 60_000,
      maxSeriesPerCluster: 50,
      maxBytesPerDay: 67_108_864,
    });
    expect(
      read({
        enabled: false,
        interval: { seconds: 30 },
        maxSeriesPerCluster: 5,
        maxBytesPerDay: 1_000,
      }),
    ).toEqual({
      enabled: false,
      interval: 30_000,
      maxSeriesPerCluster: 5,
      maxBytesPerDay: 1_000,
    });
    expect(read({ interval: '2s' }).interval).toBe(2_000);
  });

  it.each([
    [{ interval: '500ms' }, 'from 1 second to 15 minutes'],
    [{ interval: '1h' }, 'from 1 second to 15 minutes'],
    [{ maxSeriesPerCluster: 0 }, 'maxSeriesPerCluster must be a whole number'],
    [{ maxBytesPerDay: 1.5 }, 'maxBytesPerDay must be a whole number'],
  ])('refuses %j', (samples, message) => {
    expect(() => read(samples)).toThrow(message);
  });
});
