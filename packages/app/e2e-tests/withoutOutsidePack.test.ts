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

import { expect, test } from '@playwright/test';

const withoutPack = 'http://localhost:7108';

test('the portal builds and runs without the outside pack, and misses only its cards', async ({
  page,
}) => {
  await page.goto('/');
  const cards = page.getByRole('heading', { level: 2 });
  await expect(cards.filter({ hasText: 'Certificates' })).toBeVisible();
  const withPack = await cards.allInnerTexts();

  await page.goto(withoutPack);
  await expect(page).toHaveURL(`${withoutPack}/fleet`);
  await expect(cards.filter({ hasText: 'Pod issues' })).toBeVisible();
  const without = await cards.allInnerTexts();

  expect(without).toEqual(expect.not.arrayContaining(['Certificates']));
  expect(withPack).toEqual(expect.arrayContaining(without));
});
