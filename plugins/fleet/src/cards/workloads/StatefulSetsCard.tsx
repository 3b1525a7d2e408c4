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
import { statefulSetsView } from '@quarterdeck/backstage-plugin-fleet-common';
import { useMemo } from 'react';
import { fleetTranslationRef } from '../../translation';
import { RolledOutTable } from './RolledOutTable';
import { rolledOutColumns } from './workloadStatusColumns';

/** StatefulSets and where they stand. */
export function StatefulSetsCard() {
  const { t } = useTranslationRef(fleetTranslationRef);
  const columns = useMemo(
    () =>
      rolledOutColumns(t, {
        header: t('statefulSets.one'),
        resource: 'statefulsets.apps',
        ready: (available, replicas) =>
          t('deployments.ready', { available, replicas }),
      }),
    [t],
  );
  return (
    <RolledOutTable
      view={statefulSetsView}
      label={t('statefulSets.title')}
      columns={columns}
      none={t('statefulSets.none')}
    />
  );
}
