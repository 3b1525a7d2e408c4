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
import { clustersHealthView } from '@quarterdeck/backstage-plugin-fleet-common';
import {
  FleetTable,
  useView,
  ViewCard,
} from '@quarterdeck/backstage-plugin-fleet-react';
import { useMemo } from 'react';
import { fleetTranslationRef } from '../translation';
import { clusterHealthColumns } from './clusterHealthColumns';
import {
  byTroubleAndName,
  isLastKnown,
  visibleFacts,
} from './clusterHealthOrder';

/** Every cluster with its health and figures, troubled ones first. */
export function ClusterHealthCard() {
  const { t } = useTranslationRef(fleetTranslationRef);
  const view = useView(clustersHealthView);
  const connected = view.transport !== 'offline';
  const columns = useMemo(
    () => clusterHealthColumns(t, connected),
    [t, connected],
  );
  const rows = useMemo(
    () => [...view.rows].sort(byTroubleAndName),
    [view.rows],
  );
  return (
    <ViewCard view={view} permission="fleet.cluster.read">
      {() => (
        <FleetTable
          label={t('clusterHealth.title')}
          columns={columns}
          rows={rows}
          rowKey={clustersHealthView.key}
          isDim={isLastKnown}
          glowBy={visibleFacts}
        />
      )}
    </ViewCard>
  );
}
