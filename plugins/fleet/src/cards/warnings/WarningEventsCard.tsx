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
import { warningReasonsView } from '@quarterdeck/backstage-plugin-fleet-common';
import {
  FleetTable,
  useCardConfig,
  useView,
  ViewCard,
} from '@quarterdeck/backstage-plugin-fleet-react';
import { useMemo } from 'react';
import { fleetTranslationRef } from '../../translation';
import { warningReasonColumns } from './warningColumns';
import { warningEventsConfig } from './warningConfig';

/** The card is for a look: the most frequent. */
const MOST_ROWS = 100;

/** Warnings by reason, the most frequent first. */
export function WarningEventsCard() {
  const { t } = useTranslationRef(fleetTranslationRef);
  const { hours } = useCardConfig(warningEventsConfig);
  const view = useView(warningReasonsView, { minutes: hours * 60 });
  const columns = useMemo(() => warningReasonColumns(t), [t]);
  return (
    <ViewCard
      view={view}
      empty={{
        title: t('warningEvents.none'),
        text: t('timeline.noneText'),
        good: true,
      }}
    >
      {({ rows }) => (
        <FleetTable
          label={t('warningEvents.title')}
          columns={columns}
          rows={rows}
          rowKey={warningReasonsView.key}
          glowBy={row => row.events}
          mostRows={MOST_ROWS}
        />
      )}
    </ViewCard>
  );
}
