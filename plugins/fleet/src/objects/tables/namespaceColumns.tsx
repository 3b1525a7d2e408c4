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
  formatCores,
  NamespaceOverviewRow,
  ObjectAddress,
  ViewScope,
} from '@quarterdeck/backstage-plugin-fleet-common';
import {
  Age,
  FleetTableColumn,
  ObjectLink,
  Quantity,
  StatusChip,
} from '@quarterdeck/backstage-plugin-fleet-react';
import { formatShare, shareOf } from '../../cards/capacityMeasures';
import { Meter } from '../../cards/Meter';
import { Problems } from '../../cards/Problems';
import { OwnerLink } from '../../catalog/OwnerLink';
import { formatQuota, quotaTone } from '../quota';
import styles from './ObjectTable.module.css';
import { clusterColumn, Translate } from './placeColumns';
import { isOneCluster } from './tableScope';

/** The address of a namespace. */
export function namespaceAddress(row: NamespaceOverviewRow): ObjectAddress {
  return {
    cluster: row.cluster,
    resource: 'namespaces',
    name: row.namespace,
  };
}

/** Active is what is expected; everything else is worth a chip in colour. */
export function NamespacePhase(props: { phase: string }) {
  const { phase } = props;
  return (
    <StatusChip
      tone={phase === 'Active' ? 'healthy' : 'progress'}
      word={phase}
    />
  );
}

function Quota(props: { row: NamespaceOverviewRow; t: Translate }) {
  const { quota } = props.row;
  const share = shareOf(quota?.used, quota?.hard);
  if (!quota || share === undefined) {
    return <span className={styles.muted}>–</span>;
  }
  return (
    <span className={styles.meter}>
      <Meter
        label={props.t('namespacesTable.quotaOf', {
          resource: quota.resource,
          used: formatQuota(quota.resource, quota.used),
          hard: formatQuota(quota.resource, quota.hard),
          share: formatShare(share),
        })}
        share={share}
        tone={quotaTone(share)}
      />
    </span>
  );
}

/** Columns of namespaces. */
export function namespaceColumns(
  t: Translate,
  scope: ViewScope | undefined,
): FleetTableColumn<NamespaceOverviewRow>[] {
  return [
    {
      id: 'phase',
      header: t('column.status'),
      width: '104px',
      sort: 'phase',
      shownFrom: 'medium',
      render: row => <NamespacePhase phase={row.phase} />,
    },
    {
      id: 'namespace',
      header: t('column.namespace'),
      width: 'minmax(110px, 1.6fr)',
      sort: 'name',
      render: row => <ObjectLink address={namespaceAddress(row)} />,
    },
    ...(isOneCluster(scope) ? [] : [clusterColumn<NamespaceOverviewRow>(t)]),
    {
      id: 'owner',
      header: t('namespacesTable.owner'),
      width: 'minmax(90px, 1fr)',
      sort: 'owner',
      shownFrom: 'medium',
      render: row =>
        row.owner ? (
          <OwnerLink owner={row.owner} />
        ) : (
          <span className={styles.muted}>{t('namespacesTable.noOwner')}</span>
        ),
    },
    {
      id: 'pods',
      header: t('column.pods'),
      width: '64px',
      align: 'end',
      sort: 'pods',
      descendingFirst: true,
      render: row => <Quantity value={row.pods} />,
    },
    {
      id: 'problems',
      header: t('column.problems'),
      width: '96px',
      align: 'end',
      sort: 'problems',
      descendingFirst: true,
      render: row => (
        <Problems
          errors={row.podErrors}
          warnings={row.podWarnings}
          describe={(errors, warnings) =>
            `${t('table.errors', { amount: errors })}, ${t('table.warnings', {
              amount: warnings,
            })}`
          }
        />
      ),
    },
    {
      id: 'workloads',
      header: t('namespacesTable.workloads'),
      width: '84px',
      align: 'end',
      sort: 'workloads',
      descendingFirst: true,
      shownFrom: 'wide',
      render: row => (
        <span
          title={t('namespacesTable.troubledWorkloads', {
            troubled: String(row.workloadsTroubled ?? '–'),
            workloads: String(row.workloads ?? '–'),
          })}
        >
          <Quantity value={row.workloads} />
        </span>
      ),
    },
    {
      id: 'cpu',
      header: t('podsTable.cpu'),
      width: '92px',
      align: 'end',
      sort: 'cpu',
      descendingFirst: true,
      shownFrom: 'wide',
      render: row => formatCores(row.cpuRequest),
    },
    {
      id: 'memory',
      header: t('podsTable.memory'),
      width: '116px',
      align: 'end',
      sort: 'memory',
      descendingFirst: true,
      shownFrom: 'wide',
      render: row => <Quantity of="bytes" value={row.memoryRequest} />,
    },
    {
      id: 'quota',
      header: t('namespacesTable.quota'),
      width: '96px',
      sort: 'quota',
      descendingFirst: true,
      shownFrom: 'wide',
      render: row => <Quota row={row} t={t} />,
    },
    {
      id: 'age',
      header: t('column.age'),
      width: '64px',
      align: 'end',
      sort: 'age',
      shownFrom: 'medium',
      render: row => <Age since={row.created} />,
    },
  ];
}
