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

import { runSoak } from './runSoak';

jest.setTimeout(180_000);

const number = expect.any(Number);

it('goes on under faults, and finds all that is in the fleet at the end', async () => {
  const said: string[] = [];
  const result = await runSoak({
    workload: {
      name: 'smoke',
      clusters: 2,
      pods: 30,
      churn: 10,
      viewers: 3,
      seconds: 1,
      reads: 1,
    },
    minutes: 0.1,
    sampleSeconds: 1,
    log: line => said.push(line),
  });
  expect(result.inventory).toEqual({ pods: 60, nodes: 2 });
  expect(result.perHour).toEqual({
    rssMb: number,
    heapMb: number,
    ...(process.platform === 'linux' && { files: number }),
  });
  expect(result.samples.length).toBeGreaterThan(0);
  expect(said).toHaveLength(result.samples.length);
  expect(result.samples[0]).toMatchObject({
    rssMb: number,
    cpuCores: number,
    latencyMs: { count: number },
    fault: expect.stringMatching(/: watches ended$/),
  });
});
