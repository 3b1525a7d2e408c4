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

import { fullestOf, quotaGroupOf } from './quotaGroups';

describe('groups of limits', () => {
  it.each([
    ['cpu', 'cpu'],
    ['requests.cpu', 'cpu'],
    ['limits.memory', 'memory'],
    ['requests.storage', 'storage'],
    ['gp3.storageclass.storage.k8s.io/requests.storage', 'storage'],
    ['requests.ephemeral-storage', 'storage'],
    ['pods', 'pods'],
    ['count/pods', 'pods'],
    ['count/deployments.apps', 'other'],
    ['requests.nvidia.com/gpu', 'other'],
    ['hugepages-2Mi', 'other'],
  ])('%s is of %s', (resource, group) => {
    expect(quotaGroupOf(resource)).toBe(group);
  });

  it('take the fullest, and one that is not counted only where there is no other', () => {
    const uncounted = { resource: 'limits.cpu', hard: 10 };
    const calm = { resource: 'cpu', hard: 10, used: 1 };
    const full = { resource: 'requests.cpu', hard: 2, used: 2 };
    expect(fullestOf([uncounted, calm, full], 'cpu')).toBe(full);
    expect(fullestOf([uncounted, calm], 'cpu')).toBe(calm);
    expect(fullestOf([uncounted], 'cpu')).toBe(uncounted);
    expect(fullestOf([calm], 'memory')).toBeUndefined();
  });
});
