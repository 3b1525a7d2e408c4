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
  formatCount,
  sharedWarningsView,
} from '@quarterdeck/backstage-plugin-fleet-common';
import {
  FleetTable,
  useCardConfig,
  useView,
  ViewCard,
} from '@quarterdeck/backstage-plugin-fleet-react';
import { useMemo } from 'react';
import { fleetTranslationRef } from '../../translation';
import { sharedWarningColumns } from './sharedWarningColumns';
import { sharedWarningsConfig } from './warningConfig';

/** The card is for a look: those that most clusters share. */
const MOST_ROWS = 100;

/** Warnings that several clusters report: what they have in common is seldom their own. */
export function SharedWarningsCard() {
  const { t } = useTranslationRef(fleetTranslationRef);
  const { hours, atLeast } = useCardConfig(sharedWarningsConfig);
  const view = useView(sharedWarningsView, {
    minutes: hours * 60,
    atLeast,
  });
  const columns = useMemo(() => sharedWarningColumns(t), [t]);
  return (
    <ViewCard
      view={view}
      empty={{
        title: t('sharedWarnings.none'),
        text: t('sharedWarnings.noneText', { clusters: String(atLeast) }),
        good: true,
      }}
      footer={
        view.rows.length > MOST_ROWS && (
          <span>
            {t('requests.more', {
              shown: String(MOST_ROWS),
              total: formatCount(view.rows.length),
            })}
          </span>
        )
      }
    >
      {({ rows }) => (
        <FleetTable
          label={t('sharedWarnings.title')}
          columns={columns}
          rows={rows}
          rowKey={sharedWarningsView.key}
          glowBy={row => row.clusters.length}
          mostRows={MOST_ROWS}
        />
      )}
    </ViewCard>
  );
}
