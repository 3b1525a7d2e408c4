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

import { dashboardSlugSchema } from './dashboard';
import { slugOfTitle } from './slugOfTitle';

describe('slugOfTitle', () => {
  it.each([
    ['Operations', 1, 'operations'],
    ['Operations', 2, 'operations-2'],
    [' Größe & Kosten: İzmir, Łódź ', 1, 'grosse-kosten-izmir-odz'],
    ['運用', 1, 'dashboard'],
    ['運用', 12, 'dashboard-12'],
    ['x'.repeat(80), 10, `${'x'.repeat(60)}-10`],
    [`${'x'.repeat(60)} y`, 2, `${'x'.repeat(60)}-2`],
  ])('makes of %j, %d an address', (title, number, slug) => {
    expect(slugOfTitle(title, number)).toBe(slug);
    expect(dashboardSlugSchema.safeParse(slug).success).toBe(true);
  });
});
