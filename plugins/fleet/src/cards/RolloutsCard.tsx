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
import { rolloutsView } from '@quarterdeck/backstage-plugin-fleet-common';
import {
  FleetTable,
  useTableView,
  ViewCard,
} from '@quarterdeck/backstage-plugin-fleet-react';
import { useMemo } from 'react';
import { fleetTranslationRef } from '../translation';
import { rolloutColumns } from './rolloutColumns';

/** Rollouts under way, stuck or paused, and those that ended lately. */
export function RolloutsCard() {
  const { t } = useTranslationRef(fleetTranslationRef);
  const { view, window } = useTableView(rolloutsView);
  const columns = useMemo(() => rolloutColumns(t), [t]);
  return (
    <ViewCard
      view={view}
      empty={{
        title: t('rollouts.none'),
        text: t('rollouts.noneText'),
        good: true,
      }}
    >
      {({ rows, total }) => (
        <FleetTable
          label={t('rollouts.title')}
          columns={columns}
          rows={rows}
          rowKey={rolloutsView.key}
          total={total}
          window={window}
        />
      )}
    </ViewCard>
  );
}
