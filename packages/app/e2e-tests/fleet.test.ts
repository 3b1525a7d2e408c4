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
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

const KUBECONFIG = join(__dirname, '../../../.cache/e2e/kubeconfig');
// As in playwright.config.ts.
const CONTROL = `http://127.0.0.1:${Number(process.env.E2E_PORT ?? 7107) + 33}`;

/** What a person does beside the portal; the demo fleet is a cluster like any other. */
function kubectl(cluster: string, ...args: string[]): string {
  return execFileSync(
    'kubectl',
    ['--kubeconfig', KUBECONFIG, '--context', cluster, ...args],
    { encoding: 'utf8' },
  ).trim();
}

async function control(path: string): Promise<void> {
  const response = await fetch(`${CONTROL}${path}`, { method: 'POST' });
  expect([path, response.ok]).toEqual([path, true]);
}

const card = (page: Page, name: string) => page.getByRole('region', { name });

/** The cell of a cluster in one column of the card of clusters, whose columns depend on its width. */
async function clusterCell(page: Page, cluster: string, column: string) {
  const health = card(page, 'Cluster health');
  const headers = await health.getByRole('columnheader').allTextContents();
  return health
    .getByRole('row', { name: new RegExp(cluster) })
    .getByRole('cell')
    .nth(headers.findIndex(header => header.includes(column)));
}

/** Opens the dashboard and waits for its data; nothing reloads it afterwards. */
async function openFleet(page: Page): Promise<void> {
  await page.goto('/fleet');
  await expect(
    card(page, 'Cluster health').getByRole('row', { name: /prod-eu-west-1/ }),
  ).toContainText('Healthy');
  await page.evaluate(() => {
    (window as any).openedOnce = true;
  });
}

async function expectNoReload(page: Page): Promise<void> {
  expect(await page.evaluate(() => (window as any).openedOnce)).toBe(true);
}

let kubectlIsThere = true;
try {
  execFileSync('kubectl', ['version', '--client'], { stdio: 'ignore' });
} catch {
  kubectlIsThere = false;
}

test.describe('with kubectl beside the open portal', () => {
  test.skip(!kubectlIsThere, 'not run: kubectl is not installed');

  test('cordon shows and goes without a reload', async ({ page }) => {
    const node = kubectl(
      'edge-berlin',
      'get',
      'nodes',
      '-o',
      'jsonpath={.items[0].metadata.name}',
    );
    await openFleet(page);
    const row = card(page, 'Cluster health').getByRole('row', {
      name: /edge-berlin/,
    });
    await expect(row).not.toContainText('cordoned');

    kubectl('edge-berlin', 'cordon', node);
    await expect(row).toContainText('1 cordoned');

    kubectl('edge-berlin', 'uncordon', node);
    await expect(row).not.toContainText('cordoned');
    await expectNoReload(page);
  });

  test('scale and delete show in the count of pods', async ({ page }) => {
    const [namespace, name, replicas] = kubectl(
      'edge-berlin',
      'get',
      'deployments',
      '-A',
      '-o',
      'jsonpath={.items[0].metadata.namespace} {.items[0].metadata.name} {.items[0].spec.replicas}',
    ).split(' ');
    await openFleet(page);
    const pods = await clusterCell(page, 'edge-berlin', 'Pods');
    const before = Number(await pods.textContent());
    expect(before).toBeGreaterThan(0);
    const scaleTo = (count: number) =>
      kubectl(
        'edge-berlin',
        '-n',
        namespace,
        'scale',
        `deployment/${name}`,
        `--replicas=${count}`,
      );

    scaleTo(Number(replicas) + 2);
    await expect(pods).toHaveText(String(before + 2));
    scaleTo(Number(replicas));
    await expect(pods).toHaveText(String(before));
    await expectNoReload(page);
  });
});

test('a cluster that stops is shown with its age, and heals', async ({
  page,
}) => {
  await openFleet(page);
  const row = card(page, 'Cluster health').getByRole('row', {
    name: /gpu-us-east-04/,
  });
  await expect(row).toContainText('Healthy');
  const nodes = await clusterCell(page, 'gpu-us-east-04', 'Nodes');
  const before = await nodes.textContent();

  await control('/clusters/gpu-us-east-04/stop');
  await expect(row).toContainText('Unreachable');
  await expect(nodes).toHaveText(before!);
  await expect(card(page, 'Pod issues').getByText('2 missing')).toBeVisible();

  await control('/clusters/gpu-us-east-04/start');
  await expect(row).toContainText('Healthy');
  await expectNoReload(page);
});

test('scales a deployment from its card, with the keyboard alone', async ({
  page,
}) => {
  await openFleet(page);
  const row = card(page, 'Deployment status')
    .getByRole('row')
    .filter({ hasText: 'edge-berlin' })
    .or(
      card(page, 'Deployment status')
        .getByRole('row')
        .filter({ hasText: 'Available' }),
    )
    .first();
  const menu = row.getByRole('button').last();
  await menu.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('menuitem', { name: 'Scale' })).toBeFocused();
  await page.keyboard.press('Enter');

  const dialog = page.getByRole('dialog');
  const replicas = dialog.getByRole('textbox', { name: 'Replicas' });
  await expect(replicas).toBeVisible();
  const wanted = Number(await replicas.inputValue()) + 1;
  await replicas.focus();
  await page.keyboard.press('Control+A');
  await page.keyboard.type(String(wanted));
  await dialog.getByRole('button', { name: 'Preview' }).focus();
  await page.keyboard.press('Enter');
  await expect(dialog).toContainText('spec.replicas');

  await dialog.getByRole('button', { name: `Scale to ${wanted}` }).focus();
  await page.keyboard.press('Enter');
  await expect(dialog).toContainText(/Scaled/);
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
});

for (const width of [390, 1024, 1440]) {
  test(`nothing sticks out at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    await openFleet(page);
    const overflow = await page.evaluate(
      () =>
        document.scrollingElement!.scrollWidth -
        document.scrollingElement!.clientWidth,
    );
    expect(overflow).toBeLessThanOrEqual(0);
  });
}
