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

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  eventsTimelineView,
  formatCount,
  ViewRow,
  ViewSummary,
} from '@quarterdeck/backstage-plugin-fleet-common';
import {
  useTimeOf,
  useView,
  ViewCard,
} from '@quarterdeck/backstage-plugin-fleet-react';
import { DateTime } from 'luxon';
import { useMemo } from 'react';
import { TimeBars } from '../charts/TimeBars';
import { useMinutes } from '../filters/useMinutes';
import { fleetTranslationRef } from '../translation';
import styles from './EventsTimelineCard.module.css';

type TimelineRow = ViewRow<typeof eventsTimelineView>;
type TimelineSummary = ViewSummary<typeof eventsTimelineView>;

const MINUTE = 60_000;
const A_DAY = 24 * 60;
// As the view looks back when it is told no time.
const USUAL = 60;

function formatTime(start: number): string {
  return DateTime.fromMillis(start).toFormat('HH:mm');
}

function formatDayAndTime(start: number): string {
  return DateTime.fromMillis(start).toFormat('d LLL HH:mm');
}

/** The counts of all clusters by span, with the spans in which nothing happened. */
function spansOf(
  rows: readonly TimelineRow[],
  span: number,
  now: number,
  minutes: number,
) {
  const byStart = new Map<number, { warnings: number; normal: number }>();
  const from = now - minutes * MINUTE;
  for (
    let start = Math.floor(from / span) * span;
    start <= now;
    start += span
  ) {
    byStart.set(start, { warnings: 0, normal: 0 });
  }
  for (const { start, warnings, normal } of rows) {
    const known = byStart.get(start) ?? { warnings: 0, normal: 0 };
    byStart.set(start, {
      warnings: known.warnings + warnings,
      normal: known.normal + normal,
    });
  }
  return [...byStart]
    .map(([start, counts]) => ({ start, ...counts }))
    .sort((a, b) => a.start - b.start);
}

function Timeline(props: {
  rows: readonly TimelineRow[];
  summary: TimelineSummary;
}) {
  const { rows, summary } = props;
  const { t } = useTranslationRef(fleetTranslationRef);
  const minute = useTimeOf(now => Math.floor(now / 60_000) * 60_000);
  const minutes = useMinutes(USUAL);
  const spans = useMemo(
    () => spansOf(rows, summary.span, minute, minutes),
    [rows, summary.span, minute, minutes],
  );
  return (
    <div className={styles.content}>
      <TimeBars
        label={t('timeline.title')}
        timeLabel={t('timeline.time')}
        spans={spans}
        formatTime={minutes > A_DAY ? formatDayAndTime : formatTime}
        series={[
          {
            id: 'warnings',
            name: t('timeline.warnings'),
            tone: 'warning',
          },
          {
            id: 'normal',
            name: t('timeline.normal'),
            tone: 'unknown',
          },
        ]}
      />
      {summary.reasons.length > 0 && (
        <ol className={styles.reasons} aria-label={t('timeline.reasons')}>
          {summary.reasons.slice(0, 5).map(({ reason, events }) => (
            <li key={reason} className={styles.reason}>
              <span className={styles.name} title={reason}>
                {reason}
              </span>
              <span className={styles.count}>{formatCount(events)}</span>
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}

/** When the clusters reported events, and the most frequent warnings. */
export function EventsTimelineCard() {
  const { t } = useTranslationRef(fleetTranslationRef);
  const view = useView(eventsTimelineView);
  return (
    <ViewCard
      view={view}
      hideCount
      empty={{ title: t('timeline.none'), text: t('timeline.noneText') }}
    >
      {({ rows, summary }) =>
        summary && <Timeline rows={rows} summary={summary} />
      }
    </ViewCard>
  );
}
