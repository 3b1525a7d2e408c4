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

import { chromium, expect } from '@playwright/test';

const CLUSTER = 'edge-berlin';

/**
 * Uses the portal as a person would: signs in as guest, opens the fleet, sees the clusters, and sees one stop and heal on the open page.
 * With `idle`, leaves the page alone for so many milliseconds before, to show that the stream survives a proxy's patience.
 */
export async function checkFleet({
  executable,
  address,
  control,
  idle,
  screenshot,
}) {
  const browser = await chromium.launch({
    executablePath: executable,
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic'],
  });
  const errors = [];
  const page = await browser.newPage({
    baseURL: `${address}/`,
    viewport: { width: 1440, height: 900 },
  });
  try {
    page.on('pageerror', error => errors.push(error.message));
    let streams = 0;
    page.on('request', request => {
      if (/\/api\/fleet\/v1\/stream$/.test(request.url())) streams += 1;
    });
    await page.goto('./');
    await page.getByRole('button', { name: 'Enter' }).click();
    await page.getByRole('link', { name: 'Fleet' }).first().click();
    await expect(page).toHaveURL(new RegExp(`^${address}/fleet`));
    const health = page.getByRole('region', { name: 'Cluster health' });
    const row = health.getByRole('row', { name: new RegExp(CLUSTER) });
    await expect(row).toContainText('Healthy', { timeout: 30_000 });
    for (const card of ['Pod issues', 'Deployment status', 'Event stream']) {
      const rows = page.getByRole('region', { name: card }).getByRole('row');
      await expect(rows.nth(1)).toBeVisible({ timeout: 30_000 });
    }
    await page.screenshot({ path: screenshot });
    expect(await token(page), 'the tokens of the fleet').not.toBe('');
    if (idle) await page.waitForTimeout(idle);
    const opened = streams;

    await post(`${control}/clusters/${CLUSTER}/stop`);
    await expect(row).toContainText('Unreachable', { timeout: 60_000 });
    await post(`${control}/clusters/${CLUSTER}/start`);
    await expect(row).toContainText('Healthy', { timeout: 90_000 });

    // A deep link is served by the app, whatever path it is under.
    await page.goto('./fleet');
    await expect(row).toContainText('Healthy', { timeout: 30_000 });

    await checkEntity(page, new URL(address).pathname.replace(/\/$/, ''));
    await page.screenshot({ path: screenshot.replace('.png', '-entity.png') });
    if (opened !== 1) {
      errors.push(`The page opened ${opened} streams where one was enough.`);
    }
    expect(errors).toEqual([]);
  } catch (error) {
    await page.screenshot({ path: screenshot.replace('.png', '-failed.png') });
    throw error;
  } finally {
    await browser.close();
  }
}

/** The catalog has the cluster, and its tab leads back to the fleet. */
async function checkEntity(page, path) {
  const link = page
    .locator(`main a[href="${path}/fleet/clusters/${CLUSTER}"]`)
    .first();
  await expect(async () => {
    await page.goto(`./catalog/default/resource/${CLUSTER}/fleet-cluster`);
    await expect(link).toBeVisible({ timeout: 15_000 });
  }).toPass({ timeout: 90_000 });
}

/** A stylesheet that is imported for its effect alone is easily lost on the way into somebody's bundle. */
const token = page =>
  page
    .locator('main')
    .first()
    .evaluate(main =>
      main.ownerDocument.defaultView
        .getComputedStyle(main)
        .getPropertyValue('--fleet-surface'),
    );

async function post(url) {
  const response = await fetch(url, { method: 'POST' });
  if (!response.ok) throw new Error(`${url} answers ${response.status}`);
}
