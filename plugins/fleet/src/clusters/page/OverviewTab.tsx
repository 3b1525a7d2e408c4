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

import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  ClusterHealthRow,
  formatCount,
} from '@quarterdeck/backstage-plugin-fleet-common';
import {
  CardGrid,
  fleetCardsApiRef,
  FleetScope,
  StatBlock,
} from '@quarterdeck/backstage-plugin-fleet-react';
import { fleetTranslationRef } from '../../translation';
import styles from './OverviewTab.module.css';

// One row of it is the head of this page.
const CLUSTER_HEALTH_CARD = 'fleet-card:fleet/cluster-health';

/** The figures of one cluster, and every card of the portal about it alone. */
export function OverviewTab(props: { row: ClusterHealthRow }) {
  const { row } = props;
  const { t } = useTranslationRef(fleetTranslationRef);
  const cards = useApi(fleetCardsApiRef)
    .list()
    .filter(card => !card.hidden && card.id !== CLUSTER_HEALTH_CARD);
  const { nodes, nodesReady, nodesCordoned, pods, podsRunning } = row;
  const notReady =
    nodes !== undefined && nodesReady !== undefined ? nodes - nodesReady : 0;
  const notRunning =
    pods !== undefined && podsRunning !== undefined ? pods - podsRunning : 0;
  const nodesDetail = nodesCordoned
    ? t('stats.nodesCordoned', { nodes: formatCount(nodesCordoned) })
    : undefined;
  return (
    <>
      <section className={styles.figures} aria-label={t('cluster.figures')}>
        <StatBlock
          label={t('column.nodes')}
          value={nodes}
          explanation={t('cluster.nodesHint')}
          tone={notReady > 0 ? 'error' : undefined}
          detail={
            notReady > 0
              ? t('stats.nodesNotReady', { nodes: formatCount(notReady) })
              : nodesDetail
          }
        />
        <StatBlock
          label={t('stats.namespaces')}
          value={row.namespaces}
          explanation={t('stats.namespacesHint')}
        />
        <StatBlock
          label={t('cluster.deployments')}
          value={row.deployments}
          explanation={t('cluster.deploymentsHint')}
          detail={
            row.deploymentsUnavailable
              ? t('cluster.deploymentsUnavailable', {
                  deployments: formatCount(row.deploymentsUnavailable),
                })
              : undefined
          }
        />
        <StatBlock
          label={t('column.pods')}
          value={pods}
          explanation={t('stats.podsHint')}
          detail={
            notRunning > 0
              ? t('stats.podsNotRunning', { pods: formatCount(notRunning) })
              : undefined
          }
        />
        <StatBlock
          label={t('cluster.podErrors')}
          value={row.podErrors}
          explanation={t('cluster.podErrorsHint')}
          tone={row.podErrors ? 'error' : undefined}
        />
        <StatBlock
          label={t('cluster.podWarnings')}
          value={row.podWarnings}
          explanation={t('cluster.podWarningsHint')}
          tone={row.podWarnings ? 'warning' : undefined}
        />
      </section>
      <FleetScope clusters={[row.cluster]}>
        <CardGrid cards={cards} />
      </FleetScope>
    </>
  );
}
