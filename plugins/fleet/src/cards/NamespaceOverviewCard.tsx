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
  TranslationFunction,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import {
  formatBytes,
  formatCores,
  formatCount,
  NamespaceOverviewRow,
  namespacesView,
} from '@quarterdeck/backstage-plugin-fleet-common';
import {
  FleetTable,
  FleetTableColumn,
  ObjectLink,
  ObjectName,
  Quantity,
  useFleetPath,
  useView,
  ViewCard,
} from '@quarterdeck/backstage-plugin-fleet-react';
import { useMemo } from 'react';
import { Link } from 'react-router-dom';
import { OwnerLink } from '../catalog/OwnerLink';
import { fleetTranslationRef } from '../translation';
import { formatShare, shareOf } from './capacityMeasures';
import { Meter } from './Meter';
import { Problems } from './Problems';

/** The card is for a look; the page of namespaces has them all. */
const MOST_ROWS = 100;
const NEARLY_FULL = 0.9;

type Translate = TranslationFunction<typeof fleetTranslationRef.T>;

function formatQuota(resource: string, amount: number): string {
  if (/memory|storage/.test(resource)) return formatBytes(amount);
  return /cpu/.test(resource) ? formatCores(amount) : formatCount(amount);
}

function Quota(props: { row: NamespaceOverviewRow; t: Translate }) {
  const { quota } = props.row;
  const share = shareOf(quota?.used, quota?.hard);
  if (!quota || share === undefined) return <>–</>;
  const label = props.t('namespaceOverview.quota', {
    used: formatQuota(quota.resource, quota.used),
    hard: formatQuota(quota.resource, quota.hard),
    resource: quota.resource,
  });
  return (
    <Meter
      label={`${label} (${formatShare(share)})`}
      share={share}
      tone={
        (share >= 1 && 'error') ||
        (share >= NEARLY_FULL && 'warning') ||
        undefined
      }
    />
  );
}

function columnsOf(t: Translate): FleetTableColumn<NamespaceOverviewRow>[] {
  return [
    {
      id: 'namespace',
      header: t('column.namespace'),
      render: ({ cluster, namespace }) => (
        <ObjectLink
          address={{ cluster, resource: 'namespaces', name: namespace }}
        />
      ),
    },
    {
      id: 'cluster',
      header: t('column.cluster'),
      width: '20%',
      shownFrom: 'medium',
      render: row => <ObjectName name={row.cluster} />,
    },
    {
      id: 'owner',
      header: t('cardColumn.owner'),
      width: '18%',
      shownFrom: 'wide',
      render: ({ owner }) => (owner ? <OwnerLink owner={owner} /> : '–'),
    },
    {
      id: 'pods',
      header: t('column.pods'),
      width: '60px',
      align: 'end',
      render: row => <Quantity value={row.pods} />,
    },
    {
      id: 'problems',
      header: t('column.problems'),
      width: '92px',
      align: 'end',
      render: row => (
        <Problems
          errors={row.podErrors}
          warnings={row.podWarnings}
          describe={(errors, warnings) =>
            [
              t('clusterHealth.errors', { errors }),
              t('clusterHealth.warnings', { warnings }),
            ].join(', ')
          }
        />
      ),
    },
    {
      id: 'cpu',
      header: t('cardColumn.cpu'),
      width: '68px',
      align: 'end',
      shownFrom: 'wide',
      render: row => formatCores(row.cpuRequest),
    },
    {
      id: 'quota',
      header: t('cardColumn.quota'),
      width: '84px',
      shownFrom: 'medium',
      render: row => <Quota row={row} t={t} />,
    },
  ];
}

/** Namespaces, troubled first, with their owners. */
export function NamespaceOverviewCard() {
  const { t } = useTranslationRef(fleetTranslationRef);
  const path = useFleetPath();
  const view = useView(namespacesView);
  const columns = useMemo(() => columnsOf(t), [t]);
  return (
    <ViewCard
      view={view}
      empty={{
        title: t('namespaceOverview.none'),
        text: t('namespaceOverview.noneText'),
      }}
      footer={
        view.rows.length > MOST_ROWS && (
          <span>
            {t('namespaceOverview.more', {
              shown: String(MOST_ROWS),
              total: formatCount(view.total),
            })}{' '}
            <Link to={path('namespaces')}>{t('namespaceOverview.all')}</Link>
          </span>
        )
      }
    >
      {() => (
        <FleetTable
          label={t('namespaceOverview.title')}
          columns={columns}
          rows={view.rows}
          rowKey={namespacesView.key}
          mostRows={MOST_ROWS}
        />
      )}
    </ViewCard>
  );
}
