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

import AxeBuilder from '@axe-core/playwright';
import { expect, Page, test } from '@playwright/test';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'];

const card = (page: Page, name: string) => page.getByRole('region', { name });

/** The tab of an entity; the sidebar has a link of the same name. */
const tab = (page: Page) =>
  page
    .getByRole('link', { name: 'Fleet', exact: true })
    .and(page.locator('[href^="/catalog/"]'));

/** What axe finds in the cards of the fleet; the page around them is Backstage's. */
async function faults(page: Page) {
  const { violations } = await new AxeBuilder({ page })
    .include('section')
    .withTags(TAGS)
    .analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

// Entities of clusters come after `catalog.providers.fleet.initialDelay`.
test.describe.configure({ timeout: 120_000 });

/** Opens the page of a cluster's Resource as soon as the catalog has it. */
async function openCluster(page: Page, path: string) {
  await expect(async () => {
    await page.goto(path);
    await expect(
      page.getByRole('link', { name: 'Overview', exact: true }),
    ).toBeVisible({ timeout: 5_000 });
  }).toPass({ timeout: 90_000 });
}

test('a cluster is a Resource of the catalog with an owner and its health', async ({
  page,
}) => {
  await openCluster(page, '/catalog/default/resource/prod-eu-west-1');

  await expect(
    page.getByRole('link', { name: /platform/i }).first(),
  ).toHaveAttribute('href', '/catalog/default/group/platform');
  await expect(card(page, 'Fleet')).toContainText('Healthy');

  await tab(page).click();
  const link = page.getByRole('link', { name: 'Open in the fleet' });
  await expect(link).toHaveAttribute('href', '/fleet/clusters/prod-eu-west-1');
  await expect(page.getByText('Healthy', { exact: true })).toBeVisible();
  await expect(
    card(page, 'Deployment status').getByRole('row').nth(1),
  ).toBeVisible();
  expect(await faults(page)).toEqual([]);
});

test('a component shows its workloads in all clusters', async ({ page }) => {
  await page.goto('/catalog/default/component/web');
  await expect(card(page, 'Fleet')).toContainText('Workloads');

  await tab(page).click();
  const workloads = card(page, 'Workloads');
  for (const cluster of [
    'prod-eu-west-1',
    'prod-us-central1',
    'staging-westeurope',
  ]) {
    await expect(
      workloads.locator(
        `a[href="/fleet/clusters/${cluster}/namespaces/storefront/deployments.apps/web"]`,
      ),
    ).toBeVisible();
  }
  await expect(card(page, 'Pods').getByRole('row').nth(1)).toContainText(
    'Running',
  );
  expect(await faults(page)).toEqual([]);
});

test('a component that depends on a cluster is looked for in that one alone', async ({
  page,
}) => {
  await openCluster(page, '/catalog/default/resource/prod-eu-west-1');
  await page.goto('/catalog/default/component/recommender/fleet');

  await expect(page.getByText(/^Only in gpu-us-east-04: /)).toBeVisible();
  await expect(
    card(page, 'Workloads').getByRole('link', { name: 'recommender' }),
  ).toHaveCount(1);
});

test('the home page shows the fleet', async ({ page }) => {
  await page.goto('/home');

  for (const name of [
    'Cluster health',
    'Pod issues',
    'Rollouts',
    'Events timeline',
  ]) {
    await expect(card(page, name)).toBeVisible();
  }
  await expect(
    card(page, 'Cluster health').getByRole('row', { name: /prod-eu-west-1/ }),
  ).toContainText('Healthy');
});
