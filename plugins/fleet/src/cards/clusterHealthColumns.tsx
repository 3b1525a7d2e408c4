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
  ClusterHealthRow,
  formatCount,
  formatExact,
} from '@quarterdeck/backstage-plugin-fleet-common';
import {
  Age,
  ClusterLink,
  clusterTone,
  FleetTableColumn,
  StatusChip,
} from '@quarterdeck/backstage-plugin-fleet-react';
import { fleetTranslationRef } from '../translation';
import styles from './cards.module.css';
import { Problems } from './Problems';

type Translate = TranslationFunction<typeof fleetTranslationRef.T>;

function Nodes(props: { row: ClusterHealthRow; t: Translate }) {
  const { row, t } = props;
  const { nodes, nodesReady, nodesCordoned } = row;
  if (nodes === undefined) return <>–</>;
  const facts = {
    ready: formatCount(nodesReady),
    nodes: formatCount(nodes),
    cordoned: formatCount(nodesCordoned),
  };
  return (
    <span title={t('clusterHealth.nodesReady', facts)}>
      {nodesCordoned ? (
        <span className={styles.muted}>
          {t('clusterHealth.cordoned', facts)}{' '}
        </span>
      ) : undefined}
      {facts.ready}/{facts.nodes}
    </span>
  );
}

function Pods(props: { row: ClusterHealthRow; t: Translate }) {
  const { pods, podsRunning } = props.row;
  if (pods === undefined) return <>–</>;
  const facts = {
    running: formatExact(podsRunning),
    pods: formatExact(pods),
  };
  return (
    <span title={props.t('clusterHealth.podsRunning', facts)}>
      {formatCount(pods)}
    </span>
  );
}

/** The columns of the cluster health card; `connected` says whether the backend is heard from. */
export function clusterHealthColumns(
  t: Translate,
  connected: boolean,
): FleetTableColumn<ClusterHealthRow>[] {
  return [
    {
      id: 'state',
      header: t('column.state'),
      width: '124px',
      render: row => (
        <StatusChip
          tone={clusterTone(row.state)}
          word={t(`clusterState.${row.state}`)}
          title={[row.message, row.advice].filter(Boolean).join('\n')}
        />
      ),
    },
    {
      id: 'cluster',
      header: t('column.cluster'),
      render: row => <ClusterLink name={row.cluster} title={row.title} />,
      text: ({ title, facts }) =>
        [title, facts.region?.value, facts.environment?.value].join(' '),
    },
    {
      id: 'version',
      header: t('column.version'),
      width: '84px',
      shownFrom: 'wide',
      render: row => row.version ?? '–',
    },
    {
      id: 'nodes',
      header: t('column.nodes'),
      width: '136px',
      align: 'end',
      shownFrom: 'medium',
      render: row => <Nodes row={row} t={t} />,
    },
    {
      id: 'pods',
      header: t('column.pods'),
      width: '60px',
      align: 'end',
      shownFrom: 'medium',
      render: row => <Pods row={row} t={t} />,
    },
    {
      id: 'problems',
      header: t('column.problems'),
      width: '88px',
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
      id: 'contact',
      header: t('column.contact'),
      width: '68px',
      align: 'end',
      shownFrom: 'medium',
      // While a cluster answers, its watches are heard from all the time; the time in its row is renewed more slowly.
      render: row =>
        connected && ['healthy', 'degraded'].includes(row.state) ? (
          t('clusterHealth.live')
        ) : (
          <Age since={row.lastContact} />
        ),
    },
  ];
}
