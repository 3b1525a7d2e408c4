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
import { expect, test } from '@playwright/test';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'];

// Faults of Backstage's own shell, by rule and the element that they are on. This list may only shrink.
const KNOWN_FAULTS: { rule: string; on: RegExp; reason: string }[] = [
  {
    rule: 'aria-valid-attr-value',
    on: /role="tab"/,
    reason:
      'the selected header tab of a plugin names a panel that is not there',
  },
];

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the fleet dashboard has no serious accessibility fault in ${colorScheme}`, async ({
    browser,
  }) => {
    const context = await browser.newContext({ colorScheme });
    const page = await context.newPage();
    await page.goto('/fleet');
    await expect(page.getByRole('heading', { level: 2 }).first()).toBeVisible();

    const { violations } = await new AxeBuilder({ page })
      .withTags(TAGS)
      .analyze();
    const faults = violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .flatMap(({ id, nodes }) => nodes.map(({ html }) => ({ rule: id, html })))
      .filter(
        ({ rule, html }) =>
          !KNOWN_FAULTS.some(
            known => known.rule === rule && known.on.test(html),
          ),
      );

    expect(faults).toEqual([]);
    await context.close();
  });
}
