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

import { expect, Page, test } from '@playwright/test';
import { removeDashboard } from './removeDashboard';

const card = (page: Page, name: string) => page.getByRole('region', { name });

/** The cards by their places, row by row. */
async function places(page: Page): Promise<string[]> {
  return page.locator('main section h2').allTextContents();
}

const saved = (page: Page) =>
  expect(page.getByRole('status').filter({ hasText: /^Saved$/ })).toBeVisible();

/** A dashboard of its own for each test, with two cards from the catalogue. */
async function newDashboard(page: Page, title: string): Promise<void> {
  await page.goto('/fleet/dashboards');
  await page.getByRole('button', { name: 'New dashboard' }).click();
  const form = page.getByRole('dialog', { name: 'New dashboard' });
  await form.getByRole('textbox', { name: /Title/ }).fill(title);
  await form.getByRole('button', { name: 'Create' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);

  await page.getByRole('button', { name: 'Add cards' }).first().click();
  const catalogue = page.getByRole('dialog', { name: 'Add cards' });
  for (const name of ['Pod issues', 'Rollouts']) {
    await catalogue.getByRole('searchbox').fill(name);
    await expect(catalogue.getByRole('option', { name })).toHaveCount(1);
    await catalogue.getByRole('searchbox').press('Enter');
    await expect(
      catalogue.getByRole('option', { name, selected: true }),
    ).toBeVisible();
  }
  await catalogue.getByRole('button', { name: 'Add 2 cards' }).click();
  await expect(card(page, 'Pod issues')).toBeVisible();
  await expect(card(page, 'Rollouts')).toBeVisible();
  await saved(page);
}

async function remove(page: Page, title: string): Promise<void> {
  await removeDashboard(page, title);
  await expect(page.getByRole('link', { name: title })).toHaveCount(0);
}

test('a dashboard is built from the catalogue, kept over a reload, undone and deleted', async ({
  page,
}) => {
  const title = `Night watch ${Date.now()}`;
  await newDashboard(page, title);
  expect(await places(page)).toEqual(['Pod issues', 'Rollouts']);

  await page.reload();
  await expect(card(page, 'Rollouts')).toBeVisible();

  await card(page, 'Pod issues').hover();
  await card(page, 'Pod issues')
    .getByRole('button', { name: 'Menu of Pod issues' })
    .click();
  await page.getByRole('menuitem', { name: 'Remove' }).click();
  await expect(card(page, 'Pod issues')).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(card(page, 'Pod issues')).toBeVisible();
  await saved(page);

  await remove(page, title);
});

test('cards are moved with the keyboard alone, and stay where they were put', async ({
  page,
}) => {
  const title = `Keys ${Date.now()}`;
  await newDashboard(page, title);

  await page
    .getByRole('button', { name: 'Move or resize Rollouts' })
    .press('Enter');
  for (const key of ['ArrowLeft', 'ArrowLeft', 'ArrowUp']) {
    await page.keyboard.press(key);
  }
  await page.keyboard.press('Enter');
  await saved(page);
  const moved = await places(page);

  await page.reload();
  await expect(card(page, 'Rollouts')).toBeVisible();
  expect(await places(page)).toEqual(moved);
  await remove(page, title);
});

test('the address narrows every card and says what is not to be seen', async ({
  page,
}) => {
  await page.goto('/fleet?clusters=edge-berlin,nowhere&q=edge');
  const health = card(page, 'Cluster health');
  await expect(health.getByRole('row', { name: /edge-berlin/ })).toBeVisible();
  await expect(health.getByRole('row', { name: /prod-eu-west-1/ })).toHaveCount(
    0,
  );
  await expect(page.getByText('nowhere (denied)')).toBeVisible();

  await page
    .getByRole('button', { name: 'Remove Cluster: edge-berlin' })
    .click();
  await page.getByRole('button', { name: 'Clear', exact: true }).click();
  await expect(
    health.getByRole('row', { name: /prod-eu-west-1/ }),
  ).toBeVisible();
  await expect(page).toHaveURL(/\/fleet$/);
});
