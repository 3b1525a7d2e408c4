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

import { FleetCard } from '@quarterdeck/backstage-plugin-fleet-react';
import { dashboardContentSchema } from '@quarterdeck/backstage-plugin-fleet-common';
import { fleetCardDefinitions } from '../../cards';
import { coreStatDefinitions, coreStatId } from '../../stats/coreStats';
import { coreTemplateDefinitions } from './coreTemplates';
import { templateContent } from './templateContent';

const installed = fleetCardDefinitions.map(
  ({ name, config, hidden = false, ...card }): FleetCard => ({
    ...card,
    id: `fleet-card:fleet/${name}`,
    hidden,
    config: {},
    configSchema: config,
  }),
);

const template = (
  cards: { card: string; width?: number; height?: number }[],
) => ({
  id: 'fleet-dashboard:test/one',
  title: 'One',
  slug: 'one',
  version: 1,
  order: 1,
  cards,
  stats: [],
});

describe('the content of a template', () => {
  it('stands side by side as long as there is room', () => {
    const { cards } = templateContent(
      template([
        { card: 'fleet-card:fleet/pod-issues', width: 8, height: 4 },
        { card: 'fleet-card:fleet/rollouts', width: 4, height: 6 },
        { card: 'fleet-card:gone/away' },
        { card: 'fleet-card:fleet/pod-issues', width: 12, height: 3 },
      ]),
      installed,
    );

    expect(cards.map(({ id, placement }) => [id, placement])).toEqual([
      ['pod-issues', { x: 0, y: 0, width: 8, height: 4 }],
      ['rollouts', { x: 8, y: 0, width: 4, height: 6 }],
      ['pod-issues-2', { x: 0, y: 6, width: 12, height: 3 }],
    ]);
  });

  describe.each(coreTemplateDefinitions.map(it => [it.name, it] as const))(
    'of %s',
    (name, { cards, stats = [], ...rest }) => {
      const own = {
        ...rest,
        id: `fleet-dashboard:fleet/${name}`,
        order: 1,
        cards,
        stats,
      };

      it('names only cards and figures that exist', () => {
        const ids = new Set(installed.map(({ id }) => id));
        const wanted = typeof cards === 'function' ? cards(installed) : cards;
        expect(
          wanted.map(({ card }) => card).filter(id => !ids.has(id)),
        ).toEqual([]);
        const figures = new Set(
          coreStatDefinitions.map(stat => coreStatId(stat.name)),
        );
        expect(
          stats.map(({ block }) => block).filter(id => !figures.has(id)),
        ).toEqual([]);
      });

      it('can be saved as a dashboard', () => {
        const content = templateContent(own, installed);
        expect(dashboardContentSchema.parse(content)).toEqual(content);
        expect(content.cards.length).toBeGreaterThan(0);
      });
    },
  );
});
