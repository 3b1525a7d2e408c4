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

import { BenchResult } from '../BenchResult';
import { Bar, BarGroup, BarPanel } from './BarPanel';
import { drawPlot } from './drawPlot';

type Results = Readonly<Record<string, BenchResult | undefined>>;

/** The kept results as a picture. */
export function plotResults(results: Results): string {
  const panel = (
    title: string,
    unit: string,
    bars: readonly Omit<Bar, 'value'>[],
    paths: readonly string[],
  ): BarPanel => ({ title, unit, groups: groupsOf(results, bars, paths) });
  const informers = [
    { series: 'quarterdeck' },
    { series: 'informers' },
  ] as const;
  const plugin = [{ series: 'quarterdeck' }, { series: 'plugin' }] as const;
  const panels = [
    panel('Time to a complete inventory', 's', informers, [
      'ours.coldSync.completeSeconds',
      'peers.coldSync.completeSeconds',
    ]),
    panel('Memory added by the fleet', 'MB', informers, [
      'ours.memory.addedRssMb',
      'peers.memory.addedRssMb',
    ]),
    panel('Longest stall of the event loop', 'ms', informers, [
      'ours.longestStallMs',
      'peers.longestStallMs',
    ]),
    panel('Change until a viewer has it, median', 'ms', plugin, [
      'ours.entityTabs.latencyMs.p50',
      'polling.latencyMs.p50',
    ]),
    panel('Requests to API servers a minute', '', plugin, [
      'ours.entityTabs.requests.allPerMinute',
      'polling.requests.allPerMinute',
    ]),
    ...sickPanel(results),
  ];
  return drawPlot({
    title: 'Quarterdeck beside its peers, by workload',
    caption: Object.values(results).flatMap(captionOf).join(' · '),
    description: panels.map(describe).join(' '),
    panels: panels.filter(({ groups }) => groups.length > 0),
  });
}

function captionOf(result: BenchResult | undefined): string[] {
  if (!result) return [];
  const { name, clusters, pods, sick } = result.workload;
  const size = `${clusters} × ${pods.toLocaleString('en-GB')} pods`;
  return [`${name}: ${size}${sick ? `, ${sick} sick` : ''}`];
}

function groupsOf(
  results: Results,
  bars: readonly Omit<Bar, 'value'>[],
  paths: readonly string[],
): BarGroup[] {
  return Object.entries(results).flatMap(([name, result]) => {
    const values = paths.map(path => result?.summary[path]?.median);
    return values[0] === undefined
      ? []
      : [
          {
            label: name,
            bars: bars.map((bar, index) => ({ ...bar, value: values[index] })),
          },
        ];
  });
}

function sickPanel(results: Results): BarPanel[] {
  const { W6 } = results;
  if (!W6) return [];
  return [
    {
      title: 'Healthy clusters complete while others are sick',
      unit: 's',
      groups: groupsOf(
        { W6 },
        [
          { series: 'quarterdeck', label: 'alone' },
          { series: 'quarterdeck', label: 'among sick' },
          { series: 'informers', label: 'alone' },
          { series: 'informers', label: 'among sick' },
        ],
        [
          'sick.ours.alone.coldSync.completeSeconds',
          'sick.ours.among.coldSync.completeSeconds',
          'sick.peers.alone.coldSync.completeSeconds',
          'sick.peers.among.coldSync.completeSeconds',
        ],
      ),
    },
  ];
}

function describe({ title, unit, groups }: BarPanel): string {
  const said = groups.map(({ label, bars }) => {
    const values = bars.map(
      ({ series, label: what, value }) =>
        `${series}${what ? ` ${what}` : ''} ${value === undefined ? 'not measured' : `${Number(value.toPrecision(3))} ${unit}`.trim()}`,
    );
    return `${label}: ${values.join(', ')}`;
  });
  return `${title}. ${said.join('; ')}.`;
}
