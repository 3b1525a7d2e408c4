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
import { Page } from '@playwright/test';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'];

/** What is ours: the pages under `/fleet`, and whatever opens above them. */
const OURS = '[data-fleet], [role="dialog"], [role="menu"]';

// Faults of Backstage's own shell, by rule and the element that they are on. This list may only shrink.
const KNOWN_FAULTS: { rule: string; on: RegExp; reason: string }[] = [
  {
    rule: 'aria-valid-attr-value',
    on: /role="tab"/,
    reason:
      'the selected header tab of a plugin names a panel that is not there',
  },
  {
    rule: 'role-img-alt',
    on: /^<div role="img" aria-labelledby="react-aria\S*"><\/div>$/,
    reason:
      'for some seconds it is read out that a button of Backstage UI is busy, when the button is gone',
  },
];

/** A fault that axe has found. */
export interface AccessibilityFault {
  rule: string;
  html: string;
  /** What is wrong with it. */
  why?: string;
}

/** The faults of what is seen now: all in our own regions, and the serious ones of the shell that are not known. */
export async function accessibilityFaults(
  page: Page,
): Promise<AccessibilityFault[]> {
  await settled(page);
  const { violations } = await new AxeBuilder({ page })
    .options({ resultTypes: ['violations'] })
    .withTags(TAGS)
    // In the page itself, which has no frames: a third of the time.
    .setLegacyMode()
    .analyze();
  const found = violations.flatMap(({ id, impact, nodes }) =>
    nodes.map(({ html, target, failureSummary }) => ({
      rule: id,
      html,
      why: failureSummary,
      serious: impact === 'serious' || impact === 'critical',
      target: String(target[0]),
    })),
  );
  const inOurs = await page.evaluate(
    ([targets, ours]) =>
      targets.map(target => {
        const element = document.querySelector(target);
        return !element || element.closest(ours) !== null;
      }),
    [found.map(({ target }) => target), OURS] as const,
  );
  return found
    .filter(({ serious }, at) => serious || inOurs[at])
    .filter(
      ({ rule, html }) =>
        !KNOWN_FAULTS.some(known => known.rule === rule && known.on.test(html)),
    )
    .map(({ rule, html, why }) => ({ rule, html, why }));
}

/** Until what comes or goes has done so: half transparent, it has other colours. */
async function settled(page: Page): Promise<void> {
  await page.waitForFunction(() =>
    document
      .getAnimations()
      .every(
        ({ playState, effect }) =>
          playState !== 'running' ||
          effect?.getComputedTiming().iterations === Infinity,
      ),
  );
}
