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

import { HomePageWidgetBlueprint } from '@backstage/plugin-home-react/alpha';
import { RendererProps } from '@backstage/plugin-home-react';

/** The card has a frame of its own: it takes the place of the home page's. */
function WithoutFrame({ Content }: RendererProps) {
  return <Content />;
}

function homeWidget(options: {
  /** Name of the card, and of the widget's extension. */
  card: string;
  name: string;
  title: string;
  description: string;
  columns: number;
}) {
  const { card, name, title, description, columns } = options;
  return HomePageWidgetBlueprint.make({
    name: card,
    params: {
      name,
      title,
      description,
      layout: {
        width: { minColumns: 3, defaultColumns: columns },
        height: { minRows: 3, defaultRows: 6 },
      },
      componentProps: { Renderer: WithoutFrame },
      components: () =>
        import('./HomeCard').then(({ HomeCard }) => ({
          Content: () => <HomeCard id={`fleet-card:fleet/${card}`} />,
        })),
    },
  });
}

/** Four cards that people can put on the portal's home page. */
export const homeWidgets = [
  homeWidget({
    card: 'cluster-health',
    name: 'FleetClusterHealth',
    title: 'Cluster health',
    description: 'Every cluster, whether it answers, and its figures.',
    columns: 6,
  }),
  homeWidget({
    card: 'pod-issues',
    name: 'FleetPodIssues',
    title: 'Pod issues',
    description: 'Pods with an error or a warning, worst first.',
    columns: 6,
  }),
  homeWidget({
    card: 'rollouts',
    name: 'FleetRollouts',
    title: 'Rollouts',
    description: 'Rollouts under way or stuck, and those of the last day.',
    columns: 6,
  }),
  homeWidget({
    card: 'events-timeline',
    name: 'FleetEventsTimeline',
    title: 'Events timeline',
    description: 'How many events the clusters reported, and when.',
    columns: 6,
  }),
];
