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

import {
  ApiServerReadinessRow,
  apiServerReadinessView,
} from '@acme/backstage-plugin-certificates-common';
import {
  TranslationFunction,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import {
  ClusterName,
  FleetTable,
  FleetTableColumn,
  StatusChip,
  useView,
  ViewCard,
} from '@quarterdeck/backstage-plugin-fleet-react';
import { useMemo } from 'react';
import { certificatesTranslationRef } from '../translation';

type Translate = TranslationFunction<typeof certificatesTranslationRef.T>;

function passingText(t: Translate, row: ApiServerReadinessRow): string {
  return t('readiness.passing', {
    passing: String(row.passing.length),
    checks: String(row.passing.length + row.failing.length),
  });
}

function readinessColumns(
  t: Translate,
): FleetTableColumn<ApiServerReadinessRow>[] {
  return [
    {
      id: 'status',
      header: t('column.status'),
      width: '104px',
      render: row => (
        <StatusChip
          tone={row.ready ? 'healthy' : 'error'}
          word={t(row.ready ? 'status.ready' : 'status.notReady')}
          title={passingText(t, row)}
        />
      ),
    },
    {
      id: 'cluster',
      header: t('column.cluster'),
      render: ({ cluster }) => <ClusterName name={cluster} />,
    },
    {
      id: 'checks',
      header: t('column.checks'),
      width: '68px',
      align: 'end',
      shownFrom: 'medium',
      render: row => (
        <span title={passingText(t, row)}>
          {row.passing.length}/{row.passing.length + row.failing.length}
        </span>
      ),
    },
    {
      id: 'failing',
      header: t('column.failing'),
      width: '28%',
      render: ({ failing }) => (
        <span
          title={failing
            .map(({ name, detail }) => `${name}: ${detail}`)
            .join('\n')}
        >
          {failing.map(({ name }) => name).join(', ') ||
            t('readiness.noFailing')}
        </span>
      ),
    },
  ];
}

/** Which API servers are ready, and which of their checks fail. */
export function ApiServerReadinessCard() {
  const { t } = useTranslationRef(certificatesTranslationRef);
  const view = useView(apiServerReadinessView);
  const columns = useMemo(() => readinessColumns(t), [t]);
  return (
    <ViewCard
      view={view}
      permission="fleet.cluster.read"
      empty={{ title: t('readiness.none'), text: t('readiness.noneText') }}
    >
      {({ rows }) => (
        <FleetTable
          label={t('readiness.title')}
          columns={columns}
          rows={rows}
          rowKey={apiServerReadinessView.key}
        />
      )}
    </ViewCard>
  );
}
