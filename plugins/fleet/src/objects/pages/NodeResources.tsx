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
  formatAge,
  formatBytes,
  formatCores,
  formatCount,
  MAX_WINDOW_ROWS,
  NodeRow,
  PodRow,
  podsView,
  topNodesView,
} from '@quarterdeck/backstage-plugin-fleet-common';
import { useNow, useView } from '@quarterdeck/backstage-plugin-fleet-react';
import { z } from 'zod';
import { formatShare, shareOf } from '../../cards/capacityMeasures';
import { Meter } from '../../cards/Meter';
import { fleetTranslationRef } from '../../translation';
import { nodeManifestSchema } from '../manifest/objectManifest';
import { readQuantity } from '../manifest/readQuantity';
import styles from './pages.module.css';
import { Panel } from './Panel';

interface Requested {
  cpu: number;
  memory: number;
  gpus: number;
  pods: number;
}

/** What the pods of a node ask for; those that have ended hold nothing any more. */
export function requestedBy(pods: readonly PodRow[]): Requested {
  const sum: Requested = { cpu: 0, memory: 0, gpus: 0, pods: 0 };
  for (const pod of pods) {
    if (pod.phase !== 'Succeeded' && pod.phase !== 'Failed') {
      sum.cpu += pod.cpuRequest;
      sum.memory += pod.memoryRequest;
      sum.gpus += pod.gpuRequest;
      sum.pods += 1;
    }
  }
  return sum;
}

/** What a node has, offers to pods, has promised to them, and what is used. */
export function NodeResources(props: {
  row: NodeRow | undefined;
  node: z.infer<typeof nodeManifestSchema> | undefined;
}) {
  const { row, node } = props;
  const { t } = useTranslationRef(fleetTranslationRef);
  const scope = { clusters: row ? [row.cluster] : [] };
  const enabled = row !== undefined;
  const pods = useView(
    podsView,
    { node: row?.name },
    { scope, enabled, window: { limit: MAX_WINDOW_ROWS } },
  );
  const top = useView(topNodesView, { node: row?.name }, { scope, enabled });
  const now = useNow(30_000);
  // A viewer who may not read every namespace would be told too little.
  const complete =
    pods.status === 'ready' &&
    pods.total <= pods.rows.length &&
    pods.coverage?.limited === undefined;
  const requested = complete ? requestedBy(pods.rows) : undefined;
  const used = top.rows.find(it => it.name === row?.name);
  const capacity = node?.status?.capacity;

  const measures = [
    {
      id: 'cpu',
      name: t('measure.cpu'),
      format: formatCores,
      capacity: readQuantity(capacity?.cpu),
      allocatable: row?.cpu,
      requested: requested?.cpu,
      used: used?.cpu,
    },
    {
      id: 'memory',
      name: t('measure.memory'),
      format: formatBytes,
      capacity: readQuantity(capacity?.memory),
      allocatable: row?.memory,
      requested: requested?.memory,
      used: used?.memory,
    },
    {
      id: 'gpus',
      name: t('measure.gpus'),
      format: formatCount,
      capacity: undefined,
      allocatable: row?.gpus,
      requested: requested?.gpus,
      used: undefined,
    },
    {
      id: 'pods',
      name: t('measure.pods'),
      format: formatCount,
      capacity: readQuantity(capacity?.pods),
      allocatable: row?.podCapacity,
      requested: requested?.pods,
      used: undefined,
    },
  ].filter(it => it.id !== 'gpus' || it.allocatable);

  return (
    <Panel title={t('node.resources')} flush>
      <table className={styles.resources} aria-label={t('node.resources')}>
        <thead>
          <tr>
            <th scope="col">{t('node.resource')}</th>
            <th scope="col">{t('node.capacity')}</th>
            <th scope="col">{t('node.allocatable')}</th>
            <th scope="col">{t('node.requested')}</th>
            <th scope="col">{t('node.used')}</th>
            <th scope="col">{t('node.share')}</th>
          </tr>
        </thead>
        <tbody>
          {measures.map(measure => {
            const share = shareOf(measure.requested, measure.allocatable);
            const usedShare = shareOf(measure.used, measure.allocatable);
            return (
              <tr key={measure.id}>
                <th scope="row">{measure.name}</th>
                <td>{measure.format(measure.capacity)}</td>
                <td>{measure.format(measure.allocatable)}</td>
                <td>{measure.format(measure.requested)}</td>
                <td>{measure.format(measure.used)}</td>
                <td className={styles.bar}>
                  {share === undefined ? (
                    '–'
                  ) : (
                    <Meter
                      label={t('node.shareOf', {
                        resource: measure.name,
                        requested: formatShare(share),
                        used: formatShare(usedShare),
                      })}
                      share={share}
                      inner={usedShare}
                      tone={share > 1 ? 'error' : undefined}
                    />
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <p className={styles.note}>
        {used
          ? t('node.usedHint', { age: formatAge(now - used.measured) })
          : t('node.usedUnknown')}
        {pods.status === 'ready' && !complete && (
          <> {t('node.requestedUnknown')}</>
        )}
      </p>
    </Panel>
  );
}
