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

import { expect, Locator, Page } from '@playwright/test';

const FIGURES = [
  'clusters',
  'healthy',
  'unhealthy',
  'nodes',
  'namespaces',
  'pods',
  'errors',
  'pod-errors',
  'pod-warnings',
  'deployments-unavailable',
  'warning-events',
];
const SHARES = ['cpu-requested', 'memory-requested', 'gpus-requested'];

/** The cards beside them, each as wide as the page so that every column shows. */
const CARDS: Record<string, object> = {
  'cluster-health': {},
  'node-status': {},
  'namespace-overview': {},
  'pod-phases': {},
  'deployment-status': {},
  // As long as any cluster keeps its events.
  'warning-events': { hours: 24 },
  'resource-capacity': {},
};

/** The first number of a text. */
export function numberIn(text: string | null): number {
  const found = /[\d,]+/.exec(text ?? '');
  if (!found) throw new Error(`There is no number in '${text}'`);
  return Number(found[0].replaceAll(',', ''));
}

/** A dashboard with every figure of the fleet plugin and the cards that show the same; told only what a person sees of it. */
export class DashboardOfFigures {
  readonly #page: Page;
  readonly #title: string;

  private constructor(page: Page, title: string) {
    this.#page = page;
    this.#title = title;
  }

  /** Comes into being from a file, as another portal might have written it. */
  static async open(page: Page, search: string): Promise<DashboardOfFigures> {
    await page.setViewportSize({ width: 1440, height: 1000 });
    const title = `Figures ${Date.now()}`;
    const stat = (display: string) => (name: string) => ({
      block: `fleet-stat:fleet/${name}`,
      display,
    });
    const file = {
      apiVersion: 'quarterdeck.dev/v1',
      kind: 'Dashboard',
      title,
      content: {
        stats: [...FIGURES.map(stat('number')), ...SHARES.map(stat('bar'))],
        cards: Object.entries(CARDS).map(([name, config], index) => ({
          id: name,
          card: `fleet-card:fleet/${name}`,
          config,
          placement: { x: 0, y: index * 6, width: 12, height: 6 },
        })),
      },
    };
    await page.goto('/fleet/dashboards');
    await page.getByRole('button', { name: 'Import', exact: true }).click();
    const dialog = page.getByRole('dialog', { name: 'Import a dashboard' });
    await dialog.getByLabel('File').setInputFiles({
      name: 'figures.json',
      mimeType: 'application/json',
      buffer: Buffer.from(JSON.stringify(file)),
    });
    await dialog.getByRole('button', { name: 'Import' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
    if (search) await page.goto(`${page.url()}${search}`);
    const shown = new DashboardOfFigures(page, title);
    await expect(shown.link('Pods')).toBeVisible();
    await expect(shown.#bar()).not.toContainText('–');
    return shown;
  }

  /** Names of the figures, by the alphabet. */
  async figures(): Promise<string[]> {
    const names = await this.#bar()
      .locator('a, [role=img]')
      .evaluateAll(blocks =>
        blocks.map(block =>
          (block.getAttribute('aria-label') ?? block.textContent!).replace(
            /:.*/s,
            '',
          ),
        ),
      );
    return names.sort();
  }

  link(figure: string): Locator {
    return this.#bar().getByRole('link', {
      name: new RegExp(`^${figure}\\s?:`),
    });
  }

  /** A count, or the text where it is written with its whole. */
  async figure(figure: string): Promise<number | string> {
    const text = (await this.link(figure).textContent())!;
    const [, value] = /:\s*[^\d–]*([^,]*(?:,\d{3})*[^,]*)/.exec(text)!;
    return value.includes('/') ? value.trim() : numberIn(value);
  }

  /** The number beside the title of a card. */
  async total(card: string): Promise<number> {
    const count = this.#card(card).getByTitle(/ in all$/);
    return numberIn(await count.textContent());
  }

  /** The texts of one column of a card's table, all rows of which must be in sight. */
  async column(card: string, column: string): Promise<string[]> {
    const region = this.#card(card);
    const more = region.getByRole('button', { name: 'Show more' });
    if (await more.isVisible()) await more.click();
    const table = region.getByRole('table');
    // Rows further down are drawn when they are scrolled to.
    while (await table.locator('tbody > [aria-hidden]').count()) {
      await table.evaluate(it => {
        it.parentElement!.scrollTop = it.parentElement!.scrollHeight;
      });
    }
    return table.evaluate((element, name) => {
      const heads = [...element.querySelectorAll('thead th')];
      const at = heads.findIndex(
        head => head.textContent!.replace(/[↑↓]/, '').trim() === name,
      );
      if (at < 0) throw new Error(`There is no column ${name}`);
      return [...element.querySelectorAll('tbody tr')].map(
        row => row.children[at].textContent!,
      );
    }, column);
  }

  /** The number of one state in the line above a card's table. */
  async numberBeside(card: string, word: string): Promise<number> {
    const total = this.#card(card)
      .getByRole('listitem')
      .filter({ has: this.#page.getByText(word, { exact: true }) });
    return numberIn(await total.textContent());
  }

  /** `4.2 / 16`: what is asked for and what there is of one measure in the card of capacity. */
  async capacity(measure: string): Promise<string> {
    const text = await this.#card('Resource capacity')
      .getByRole('listitem')
      .filter({ has: this.#page.getByText(measure, { exact: true }) })
      .textContent();
    const [, shown] = /%\s*([\d.,]+[^/]*\/ [\d.,]+(?: [A-Z]+)?)/i.exec(text!)!;
    return shown.trim();
  }

  async remove(): Promise<void> {
    const page = this.#page;
    await page
      .getByRole('button', { name: 'More about this dashboard' })
      .click();
    await page.getByRole('menuitem', { name: 'Delete' }).click();
    await page
      .getByRole('dialog', { name: `Delete ${this.#title}?` })
      .getByRole('button', { name: 'Delete dashboard' })
      .click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(
      'Dashboards',
    );
  }

  #bar(): Locator {
    return this.#page.getByRole('region', { name: 'Fleet at a glance' });
  }

  #card(name: string): Locator {
    return this.#page.getByRole('region', { name, exact: true });
  }
}
