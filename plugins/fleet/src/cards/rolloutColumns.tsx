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
  resourceOfKind,
  WorkloadRow,
} from '@quarterdeck/backstage-plugin-fleet-common';
import {
  Age,
  ClusterLink,
  FleetTableColumn,
  ObjectLink,
  ObjectName,
  StatusChip,
} from '@quarterdeck/backstage-plugin-fleet-react';
import { fleetTranslationRef } from '../translation';
import { shareOf } from './capacityMeasures';
import { workloadStatus } from './deploymentColumns';
import { Meter } from './Meter';

type Translate = TranslationFunction<typeof fleetTranslationRef.T>;

function Progress(props: { row: WorkloadRow; t: Translate }) {
  const { updated, replicas } = props.row;
  const share = shareOf(updated, replicas);
  if (share === undefined) return <>–</>;
  return (
    <Meter
      label={props.t('rollouts.progress', {
        updated: String(updated),
        replicas: String(replicas),
      })}
      share={share}
    />
  );
}

/** Columns of workloads of any kind, with the progress of their rollout. */
export function rolloutColumns(t: Translate): FleetTableColumn<WorkloadRow>[] {
  return [
    {
      id: 'status',
      header: t('column.status'),
      width: '124px',
      sort: 'progress',
      render: row => {
        const { word, tone } = workloadStatus(row.status);
        return (
          <StatusChip
            tone={tone}
            word={t(`deploymentStatus.${word}`)}
            title={row.message}
          />
        );
      },
    },
    {
      id: 'workload',
      header: t('cardColumn.workload'),
      sort: 'name',
      render: ({ cluster, namespace, name, kind }) => (
        <ObjectLink
          address={{
            cluster,
            namespace,
            name,
            resource: resourceOfKind(kind) ?? kind.toLowerCase(),
          }}
        />
      ),
    },
    {
      id: 'namespace',
      header: t('column.namespace'),
      width: '18%',
      sort: 'namespace',
      shownFrom: 'wide',
      render: row => <ObjectName name={row.namespace} />,
    },
    {
      id: 'cluster',
      header: t('column.cluster'),
      width: '20%',
      sort: 'cluster',
      shownFrom: 'medium',
      render: row => <ClusterLink name={row.cluster} brief />,
    },
    {
      id: 'updated',
      header: t('cardColumn.progress'),
      width: '84px',
      render: row => <Progress row={row} t={t} />,
    },
    {
      id: 'changed',
      header: t('cardColumn.changed'),
      width: '76px',
      align: 'end',
      sort: 'changed',
      descendingFirst: true,
      render: row =>
        row.changed === undefined ? '–' : <Age since={row.changed} />,
    },
  ];
}
