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
import {
  Isolation,
  namespaceIsolationView,
  ViewRow,
} from '@quarterdeck/backstage-plugin-fleet-common';
import {
  FleetTableColumn,
  ObjectLink,
  Quantity,
  StatusChip,
} from '@quarterdeck/backstage-plugin-fleet-react';
import { fleetTranslationRef } from '../../translation';
import { clusterColumn } from '../objectColumns';

type Translate = TranslationFunction<typeof fleetTranslationRef.T>;
type IsolationRow = ViewRow<typeof namespaceIsolationView>;

const words = { all: 'all', some: 'some', none: 'notIsolated' } as const;

/** Open is worth a warning only where nobody has thought of policies at all. */
function IsolationChip(props: {
  isolation: Isolation;
  row: IsolationRow;
  t: Translate;
}) {
  const { isolation, row, t } = props;
  const open = row.policies === 0 ? 'warning' : 'unknown';
  return (
    <StatusChip
      tone={isolation === 'all' ? 'healthy' : open}
      word={t(`isolation.${words[isolation]}`)}
    />
  );
}

/** Columns of namespaces with what isolates them. */
export function isolationColumns(
  t: Translate,
): FleetTableColumn<IsolationRow>[] {
  return [
    {
      id: 'ingress',
      header: t('isolation.ingress'),
      width: '100px',
      render: row => <IsolationChip isolation={row.ingress} row={row} t={t} />,
    },
    {
      id: 'egress',
      header: t('isolation.egress'),
      width: '96px',
      render: row => <IsolationChip isolation={row.egress} row={row} t={t} />,
    },
    {
      id: 'namespace',
      header: t('column.namespace'),
      render: ({ cluster, namespace }) => (
        <ObjectLink
          address={{ cluster, resource: 'namespaces', name: namespace }}
        />
      ),
    },
    { ...clusterColumn(t), width: '26%' },
    {
      id: 'policies',
      header: t('isolation.policies'),
      width: '64px',
      align: 'end',
      shownFrom: 'medium',
      render: row => <Quantity value={row.policies} />,
    },
  ];
}
