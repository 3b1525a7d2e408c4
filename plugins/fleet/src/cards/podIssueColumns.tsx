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

import { TranslationFunction } from '@backstage/frontend-plugin-api';
import { PodRow } from '@quarterdeck/backstage-plugin-fleet-common';
import {
  Age,
  FleetTableColumn,
  ObjectLink,
  ObjectName,
  Quantity,
  severityTone,
  StatusChip,
} from '@quarterdeck/backstage-plugin-fleet-react';
import { fleetTranslationRef } from '../translation';

/** Columns of pods, with what is wrong with them first. */
export function podIssueColumns(
  t: TranslationFunction<typeof fleetTranslationRef.T>,
): FleetTableColumn<PodRow>[] {
  return [
    {
      id: 'status',
      header: t('column.status'),
      width: '164px',
      sort: 'severity',
      render: row => (
        <StatusChip
          tone={severityTone(row.severity)}
          word={row.status}
          title={row.message}
        />
      ),
    },
    {
      id: 'pod',
      header: t('column.pod'),
      sort: 'name',
      render: ({ cluster, namespace, name }) => (
        <ObjectLink address={{ cluster, resource: 'pods', namespace, name }} />
      ),
    },
    {
      id: 'namespace',
      header: t('column.namespace'),
      width: '18%',
      sort: 'namespace',
      shownFrom: 'medium',
      render: row => <ObjectName name={row.namespace} />,
    },
    {
      id: 'cluster',
      header: t('column.cluster'),
      width: '18%',
      sort: 'cluster',
      shownFrom: 'wide',
      render: row => <ObjectName name={row.cluster} />,
    },
    {
      id: 'restarts',
      header: t('column.restarts'),
      width: '76px',
      align: 'end',
      sort: 'restarts',
      descendingFirst: true,
      render: row => <Quantity value={row.restarts} />,
    },
    {
      id: 'age',
      header: t('column.age'),
      width: '56px',
      align: 'end',
      sort: 'age',
      shownFrom: 'medium',
      render: row => <Age since={row.created} />,
    },
  ];
}
