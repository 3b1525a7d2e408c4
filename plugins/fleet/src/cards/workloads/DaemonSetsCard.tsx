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
import { daemonSetsView } from '@quarterdeck/backstage-plugin-fleet-common';
import { useMemo } from 'react';
import { fleetTranslationRef } from '../../translation';
import { RolledOutTable } from './RolledOutTable';
import { rolledOutColumns } from './workloadStatusColumns';

/** DaemonSets and on how many of their nodes they run. */
export function DaemonSetsCard() {
  const { t } = useTranslationRef(fleetTranslationRef);
  const columns = useMemo(
    () =>
      rolledOutColumns(t, {
        header: t('daemonSets.one'),
        resource: 'daemonsets.apps',
        ready: (available, nodes) =>
          t('daemonSets.ready', { available, nodes }),
      }),
    [t],
  );
  return (
    <RolledOutTable
      view={daemonSetsView}
      label={t('daemonSets.title')}
      columns={columns}
      none={t('daemonSets.none')}
    />
  );
}
