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
import { eventsView } from '@quarterdeck/backstage-plugin-fleet-common';
import {
  FleetTable,
  useTableView,
  ViewCard,
} from '@quarterdeck/backstage-plugin-fleet-react';
import { useMemo } from 'react';
import { fleetTranslationRef } from '../translation';
import { eventColumns } from './eventColumns';

/** What the clusters report, newest first. */
export function EventStreamCard() {
  const { t } = useTranslationRef(fleetTranslationRef);
  const { view, window } = useTableView(eventsView);
  const columns = useMemo(() => eventColumns(t), [t]);
  return (
    <ViewCard
      view={view}
      empty={{ title: t('events.none'), text: t('events.noneText') }}
    >
      {({ rows, total }) => (
        <FleetTable
          label={t('events.title')}
          columns={columns}
          rows={rows}
          rowKey={eventsView.key}
          total={total}
          window={window}
        />
      )}
    </ViewCard>
  );
}
