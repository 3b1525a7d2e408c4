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

import {
  BrowserContextOptions,
  expect,
  Locator,
  Page,
  test,
} from '@playwright/test';
import { accessibilityFaults } from './accessibilityFaults';
import { removeDashboard } from './removeDashboard';

const LOOKS: Record<string, BrowserContextOptions> = {
  light: { colorScheme: 'light' },
  dark: { colorScheme: 'dark' },
  'high contrast': {
    colorScheme: 'dark',
    contrast: 'more',
    forcedColors: 'active',
  },
};

// What is found says what is wrong; to trace the tests takes as long again.
test.use({ trace: 'off' });

const card = (page: Page) => page.getByRole('region', { name: 'Pod issues' });
const menuButton = (page: Page) =>
  card(page).getByRole('button', { name: 'Menu of Pod issues' });
const section = (page: Page, name: string) =>
  page
    .getByRole('navigation', { name: 'Sections of the fleet' })
    .getByRole('link', { name, exact: true });

async function close(dialog: Locator): Promise<void> {
  await dialog.getByRole('button', { name: 'Close' }).click();
  await expect(dialog).toHaveCount(0);
}

async function expectNoFaults(page: Page, where: string): Promise<void> {
  expect.soft(await accessibilityFaults(page), where).toEqual([]);
}

for (const [look, options] of Object.entries(LOOKS)) {
  test.describe(`in ${look}`, () => {
    test.use(options);

    test('pages have no accessibility fault', async ({ page }) => {
      // Few rows of each kind: what holds for one holds for its like.
      await page.goto('/fleet?clusters=edge-berlin,dr-ap-southeast-1');
      await expect(
        page
          .getByRole('region', { name: 'Deployment status' })
          .getByRole('link', { name: 'till-sync' }),
      ).toBeVisible();
      await expectNoFaults(page, 'the dashboard');

      await page
        .getByRole('region', { name: 'Cluster health' })
        .getByRole('link', { name: 'edge-berlin' })
        .click();
      await expect(
        page
          .getByRole('region', { name: 'Deployment status' })
          .getByRole('link', { name: 'till-sync' }),
      ).toBeVisible();
      await expectNoFaults(page, 'a cluster');

      await section(page, 'Pods').click();
      await expect(page.getByRole('gridcell').first()).toBeVisible();
      await expectNoFaults(page, 'the pods');

      await section(page, 'Settings').click();
      await expect(page.getByRole('cell').first()).toBeVisible();
      await expectNoFaults(page, 'the settings');
    });

    test('cards, the gallery and their dialogs have no accessibility fault', async ({
      page,
    }) => {
      // A copy of a template keeps the names of its cards.
      await page.goto('/fleet/templates/pods');
      await page.getByRole('button', { name: 'Customize' }).click();
      await expect(page).toHaveURL(/\/fleet\/dashboards\/./);
      const address = page.url();
      await expect(card(page).getByRole('row').nth(1)).toBeVisible();

      await card(page).hover();
      await menuButton(page).click();
      await expect(page.getByRole('menu')).toBeVisible();
      await expectNoFaults(page, 'the menu of a card');

      await page.getByRole('menuitem', { name: 'Configure' }).click();
      const settings = page.getByRole('dialog', { name: 'Configure' });
      await expect(settings.getByRole('textbox').first()).toBeVisible();
      await expectNoFaults(page, 'the settings of a card');
      await close(settings);

      await card(page).hover();
      await menuButton(page).click();
      await page.getByRole('menuitem', { name: 'Full screen' }).click();
      const large = page.getByRole('dialog', { name: 'Pod issues' });
      await expect(large.getByRole('row').nth(1)).toBeVisible();
      await expectNoFaults(page, 'a card in full screen');
      await close(large);

      await page.getByRole('button', { name: 'Add cards' }).click();
      const catalogue = page.getByRole('dialog', { name: 'Add cards' });
      await catalogue.getByRole('searchbox').fill('Rollouts');
      await expect(
        catalogue
          .getByRole('region', { name: 'Rollouts' })
          .getByRole('row')
          .nth(1),
      ).toBeVisible();
      await expectNoFaults(page, 'the catalogue of cards');
      await close(catalogue);

      await section(page, 'Dashboards').click();
      await expect(
        page.locator(`main [href="${new URL(address).pathname}"]`),
      ).toBeVisible();
      await expectNoFaults(page, 'the gallery');

      await page.getByRole('button', { name: 'New dashboard' }).click();
      const form = page.getByRole('dialog', { name: 'New dashboard' });
      await expect(form.getByRole('textbox').first()).toBeVisible();
      await expectNoFaults(page, 'a new dashboard');

      await page.goto(`${address}/cards/pod-issues`);
      await expect(card(page).getByRole('row').nth(1)).toBeVisible();
      await expectNoFaults(page, 'a card to be embedded');

      await page.goto(address);
      await removeDashboard(page, 'Pods');
    });
  });
}
