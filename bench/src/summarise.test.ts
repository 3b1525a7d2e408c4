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

import { summarise } from './summarise';

it('gives the spread of each number over the runs', () => {
  expect(
    summarise([
      { ours: { cpu: 3, host: { load: 1 } }, ratios: { cpu: 2 } },
      { ours: { cpu: 1, host: { load: 2 } } },
      { ours: { cpu: 2, host: { load: 4 } }, ratios: { cpu: 5 } },
    ]),
  ).toEqual({
    'ours.cpu': { median: 2, min: 1, max: 3 },
    'ours.host.load': { median: 2, min: 1, max: 4 },
    'ratios.cpu': { median: 3.5, min: 2, max: 5 },
  });
});
