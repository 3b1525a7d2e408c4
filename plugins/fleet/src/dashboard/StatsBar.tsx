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
import {
  ClusterHealthRow,
  FleetTotals,
  formatCount,
} from '@quarterdeck/backstage-plugin-fleet-common';
import {
  StatBlock,
  StatusChip,
  StatusTone,
  useFleetPath,
  ViewState,
} from '@quarterdeck/backstage-plugin-fleet-react';
import { fleetTranslationRef } from '../translation';
import { FleetStatus, fleetStatus } from './fleetStatus';
import styles from './StatsBar.module.css';

const tones: Record<FleetStatus, StatusTone> = {
  healthy: 'healthy',
  issues: 'error',
  connecting: 'progress',
  unknown: 'unknown',
};

function errorsTone(errors: number | undefined): StatusTone | undefined {
  if (errors === undefined) return 'unknown';
  return errors > 0 ? 'error' : 'healthy';
}

function healthyTone(totals: FleetTotals | undefined): StatusTone {
  if (!totals || totals.clusters === 0) return 'unknown';
  return totals.clustersHealthy < totals.clusters ? 'warning' : 'healthy';
}

function useNodesDetail(totals: FleetTotals | undefined): string | undefined {
  const { t } = useTranslationRef(fleetTranslationRef);
  const { nodes, nodesReady, nodesCordoned } = totals ?? {};
  if (nodes !== undefined && nodesReady !== undefined && nodesReady < nodes) {
    return t('stats.nodesNotReady', { nodes: formatCount(nodes - nodesReady) });
  }
  return nodesCordoned
    ? t('stats.nodesCordoned', { nodes: formatCount(nodesCordoned) })
    : undefined;
}

function usePodsDetail(totals: FleetTotals | undefined): string | undefined {
  const { t } = useTranslationRef(fleetTranslationRef);
  const { pods, podsRunning } = totals ?? {};
  return pods !== undefined && podsRunning !== undefined && podsRunning < pods
    ? t('stats.podsNotRunning', { pods: formatCount(pods - podsRunning) })
    : undefined;
}

/** The whole fleet in one line: a word and six figures. */
export function StatsBar(props: {
  health: ViewState<ClusterHealthRow, FleetTotals>;
}) {
  const { rows, summary } = props.health;
  const { t } = useTranslationRef(fleetTranslationRef);
  const path = useFleetPath();
  const nodesDetail = useNodesDetail(summary);
  const podsDetail = usePodsDetail(summary);
  const status = fleetStatus(rows, summary);
  return (
    <section className={styles.bar} aria-label={t('stats.label')}>
      <div className={styles.status} role="status">
        <StatusChip tone={tones[status]} word={t(`status.${status}`)} />
      </div>
      <StatBlock
        label={t('stats.clusters')}
        href={path('clusters')}
        value={summary?.clusters}
        explanation={t('stats.clustersHint')}
      />
      <StatBlock
        label={t('stats.healthy')}
        href={path('clusters?state=healthy')}
        value={summary?.clustersHealthy}
        explanation={t('stats.healthyHint')}
        tone={healthyTone(summary)}
      />
      <StatBlock
        label={t('stats.nodes')}
        href={path('nodes')}
        value={summary?.nodes}
        explanation={t('stats.nodesHint')}
        detail={nodesDetail}
      />
      <StatBlock
        label={t('stats.namespaces')}
        href={path('namespaces')}
        value={summary?.namespaces}
        explanation={t('stats.namespacesHint')}
      />
      <StatBlock
        label={t('stats.pods')}
        value={summary?.pods}
        explanation={t('stats.podsHint')}
        detail={podsDetail}
      />
      <StatBlock
        label={t('stats.errors')}
        value={summary?.errors}
        explanation={t('stats.errorsHint')}
        tone={errorsTone(summary?.errors)}
      />
    </section>
  );
}
