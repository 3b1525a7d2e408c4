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
  WorkloadRow,
  deploymentsView,
  scaleWorkloadAction,
} from '@quarterdeck/backstage-plugin-fleet-common';
import {
  FleetTable,
  RowActions,
  useActionAllowed,
  useTableView,
  ViewCard,
} from '@quarterdeck/backstage-plugin-fleet-react';
import { useCallback, useMemo, useState } from 'react';
import { ScaleDialog } from '../scale/ScaleDialog';
import { fleetTranslationRef } from '../translation';
import { deploymentColumns } from './deploymentColumns';

/** Deployments and where their rollouts stand; each can be scaled. */
export function DeploymentStatusCard() {
  const { t } = useTranslationRef(fleetTranslationRef);
  const { view, window } = useTableView(deploymentsView);
  const columns = useMemo(() => deploymentColumns(t), [t]);
  const [scaling, setScaling] = useState<WorkloadRow>();
  const { disabledReason } = useActionAllowed(scaleWorkloadAction);
  const rowActions = useCallback(
    (row: WorkloadRow) => (
      <RowActions
        name={row.name}
        actions={[
          {
            id: 'scale',
            label: t('scale.action'),
            onAction: () => setScaling(row),
            disabledReason,
          },
        ]}
      />
    ),
    [t, disabledReason],
  );
  return (
    <>
      <ViewCard
        view={view}
        empty={{
          title: t('deployments.none'),
          text: t('deployments.noneText'),
        }}
      >
        {({ rows, total }) => (
          <FleetTable
            label={t('deployments.title')}
            columns={columns}
            rows={rows}
            rowKey={deploymentsView.key}
            total={total}
            window={window}
            rowActions={rowActions}
          />
        )}
      </ViewCard>
      {scaling && (
        <ScaleDialog
          deployment={scaling}
          onClose={() => setScaling(undefined)}
        />
      )}
    </>
  );
}
