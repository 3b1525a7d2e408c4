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
  fetchApiRef,
  TranslationApi,
  translationApiRef,
} from '@backstage/frontend-plugin-api';
import { mockApis, renderTestApp } from '@backstage/frontend-test-utils';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import fleetPlugin from '.';
import { troubledFleet } from './__testUtils__/fleetFixture';
import { FleetTestServer } from './__testUtils__/FleetTestServer';

/** A language in which every message is its own key between brackets. */
const keysAsTexts: TranslationApi = {
  getTranslation: () => ({
    ready: true,
    t: ((key: string) => `⟦${key}⟧`) as any,
  }),
  translation$: () =>
    ({ subscribe: () => ({ unsubscribe: () => {}, closed: false }) }) as any,
};

const READ_ATTRIBUTES = ['aria-label', 'title', 'placeholder', 'alt'];

function textsIn(root: Element): string[] {
  const texts: string[] = [];
  const nodes = document.createTreeWalker(root, NodeFilter.SHOW_ALL);
  for (let node = nodes.nextNode(); node; node = nodes.nextNode()) {
    if (node instanceof Text) texts.push(node.data);
    if (node instanceof Element) {
      for (const name of READ_ATTRIBUTES) {
        const value = node.getAttribute(name);
        if (value) texts.push(value);
      }
    }
  }
  return texts
    .flatMap(text => text.split('\n'))
    .map(line => line.trim())
    .filter(Boolean);
}

const clusterData = JSON.stringify(troubledFleet());
const kubernetesWord = /^(pod|deployment)\//;
const figure = /^[\d.,/–\s]*[KMsmhd]?$/;
/** Said by fields of `@backstage/ui`, which has no translations. */
const ownWords = ['Clear search'];
const instant = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d \w+$/;

/** Whether a text comes from the translations, from the clusters, or is a figure. */
function isAccountedFor(text: string): boolean {
  return (
    text.includes('⟦') ||
    ownWords.includes(text) ||
    !/\p{L}/u.test(text) ||
    clusterData.includes(text) ||
    kubernetesWord.test(text) ||
    figure.test(text) ||
    instant.test(text)
  );
}

describe('translations', () => {
  const server = new FleetTestServer();

  beforeAll(() => server.start());
  afterAll(() => server.stop());

  it('hold every text of the page and of the dialog that is not data', async () => {
    const user = userEvent.setup();
    server.views = troubledFleet();
    server.previewAnswers({
      action: 'workload.scale',
      target: {
        cluster: 'eu-west',
        namespace: 'shop',
        kind: 'Deployment',
        name: 'cart-api',
        uid: 'd1',
        resourceVersion: '1',
      },
      sentence: 'eu-west',
      changes: [],
      warnings: [],
    });
    renderTestApp({
      features: [fleetPlugin],
      apis: [
        [fetchApiRef, server.fetchApi],
        [translationApiRef, keysAsTexts],
        mockApis.identity({ userEntityRef: 'user:default/anne' }),
      ],
      initialRouteEntries: ['/fleet'],
    });
    for (const name of [
      '⟦clusterHealth.title⟧',
      '⟦podIssues.title⟧',
      '⟦deployments.title⟧',
      '⟦events.title⟧',
    ]) {
      await screen.findByRole('table', { name });
    }

    const page = screen.getByRole('main').parentElement!;
    expect(textsIn(page).filter(text => !isAccountedFor(text))).toEqual([]);

    const [opener] = screen.getAllByRole('button', { name: /⟦scale.action⟧/ });
    await waitFor(() => expect(opener).not.toHaveAttribute('aria-disabled'));
    await user.click(opener);
    const dialog = await screen.findByRole('dialog');
    await user.click(
      within(dialog).getByRole('button', { name: '⟦action.preview⟧' }),
    );
    await within(dialog).findByText('⟦action.noChanges⟧');
    // The frame of the dialog and the steppers of the number are Backstage UI's.
    const ofBackstageUi = [
      'Close',
      'Increase',
      'Decrease',
      'Increase ⟦scale.replicas⟧',
      'Decrease ⟦scale.replicas⟧',
    ];
    expect(
      textsIn(dialog).filter(
        text => !isAccountedFor(text) && !ofBackstageUi.includes(text),
      ),
    ).toEqual([]);
  });
});
