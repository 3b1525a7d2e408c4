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

import { Coverage } from '@quarterdeck/backstage-plugin-fleet-common';
import { ViewState } from '../../client/ViewState';
import { FleetCard } from '../../cards/FleetCard';

/** What a report of a problem is made from. */
export interface BugReportFacts {
  title: string;
  card?: FleetCard;
  /** `@quarterdeck/backstage-plugin-fleet 0.1.0`; absent while it is not known. */
  plugin?: string;
  view?: ViewState<any, any>;
  browser: string;
  now: Date;
}

/** Numbers and reasons only: a report leaves the portal, and names of clusters are nobody else's business. */
function coverageText(coverage: Coverage): string {
  const reasons = new Map<string, number>();
  for (const { reason } of coverage.failed) {
    reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
  }
  return [
    `${coverage.answered} of ${coverage.asked} clusters answered`,
    ...[...reasons].map(([reason, times]) => `${times} × ${reason}`),
    coverage.limited && 'viewer sees a part of the namespaces',
    coverage.demo && 'with simulated clusters',
  ]
    .filter(Boolean)
    .join(', ');
}

/** The facts as text, for whoever looks after the portal. Not translated: it is read by developers. */
export function bugReport(facts: BugReportFacts): string {
  const { title, card, plugin, view, browser, now } = facts;
  const viewId = view?.source?.query.view ?? card?.view.id;
  const lines: [string, string | undefined][] = [
    ['Card', card ? `${title} (${card.id})` : title],
    ['Plugin', plugin],
    ['View', viewId],
    [
      'State',
      view &&
        `${view.status}, ${view.transport}, ${view.rows.length} of ${view.total} rows`,
    ],
    [
      'Data of',
      view?.asOf === undefined ? undefined : new Date(view.asOf).toISOString(),
    ],
    ['Clusters', view?.coverage && coverageText(view.coverage)],
    ['Last error', view?.error && `${view.error.name}: ${view.error.message}`],
    ['Configuration', card?.configError],
    ['Browser', browser],
    ['Time', now.toISOString()],
  ];
  return [
    'What happened:',
    '',
    'What I expected:',
    '',
    ...lines.flatMap(([name, value]) => (value ? [`${name}: ${value}`] : [])),
  ].join('\n');
}
