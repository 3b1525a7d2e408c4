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
import { eventColumns } from '../cards/eventColumns';
import { fleetTranslationRef } from '../translation';

/** Events about some objects, newest first. */
export function EntityEventsCard(props: {
  objects: ReadonlyArray<{ kind: string; name: string }>;
}) {
  const { t } = useTranslationRef(fleetTranslationRef);
  const { view, window } = useTableView(eventsView, {
    objects: [...props.objects],
  });
  const columns = useMemo(() => eventColumns(t), [t]);
  return (
    <ViewCard
      view={view}
      title={t('entity.events')}
      empty={{ title: t('entity.noEvents'), text: t('entity.noEventsText') }}
    >
      {({ rows, total }) => (
        <FleetTable
          label={t('entity.events')}
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
