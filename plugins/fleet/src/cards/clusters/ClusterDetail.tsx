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
  CapacityRow,
  ClusterHealthRow,
  formatCount,
} from '@quarterdeck/backstage-plugin-fleet-common';
import {
  Age,
  ClusterLink,
  clusterTone,
  Quantity,
  statusShapes,
  StatusChip,
  StatusTone,
  useFactWord,
} from '@quarterdeck/backstage-plugin-fleet-react';
import { fleetTranslationRef } from '../../translation';
import { CapacityTotals } from '../CapacityTotals';
import { isLastKnown } from '../clusterHealthOrder';
import tones from '../tones.module.css';
import styles from './ClusterDetail.module.css';
import { clusterFigures } from './clusterFigures';

function Figure(props: {
  label: string;
  value: number | undefined;
  detail?: string;
  tone?: StatusTone;
}) {
  const { label, value, detail, tone } = props;
  return (
    <div className={styles.figure}>
      <dt>{label}</dt>
      <dd>
        {tone && (
          <span
            aria-hidden
            className={`${styles.shape} ${tones.tone}`}
            data-tone={tone}
          >
            {statusShapes[tone]}
          </span>
        )}
        <Quantity value={value} />
        {detail && <span className={styles.detail}>{detail}</span>}
      </dd>
    </div>
  );
}

/** A cluster with what it is, how it stands and what it has. */
export function ClusterDetail(props: {
  row: ClusterHealthRow;
  capacity: CapacityRow | undefined;
}) {
  const { row, capacity } = props;
  const { t } = useTranslationRef(fleetTranslationRef);
  const factWord = useFactWord();
  const { distribution } = row.facts;
  const old = isLastKnown(row);
  return (
    <div className={styles.content}>
      <div className={styles.head}>
        <ClusterLink name={row.cluster} title={row.title} />
        <StatusChip
          tone={clusterTone(row.state)}
          word={t(`clusterState.${row.state}`)}
        />
        <span className={styles.muted}>
          {t('cluster.since')} <Age since={row.since} />
        </span>
        <span className={styles.version} title={row.version}>
          {[
            distribution && factWord('distribution', distribution.value),
            row.version?.split(/[-+]/, 1)[0],
          ]
            .filter(Boolean)
            .join(' ') || '–'}
        </span>
      </div>
      {row.state !== 'healthy' && (
        <div
          className={`${styles.trouble} ${tones.tone}`}
          data-tone={clusterTone(row.state)}
        >
          <p>
            {row.reason ? t(`clusterReason.${row.reason}`) : row.message}
            {old && row.lastContact !== undefined && (
              <span className={styles.muted}>
                {' '}
                {t('cluster.lastContact')} <Age since={row.lastContact} />.{' '}
                {t('cluster.lastKnown')}
              </span>
            )}
          </p>
          {row.reason && row.message && (
            <p className={styles.message} title={row.message}>
              {row.message}
            </p>
          )}
          {row.advice && <p className={styles.muted}>{row.advice}</p>}
        </div>
      )}
      <dl className={styles.figures} data-dim={old || undefined}>
        {clusterFigures(row).map(({ id, value, bad, tone, good }) => (
          <Figure
            key={id}
            label={t(`focus.${id}`)}
            value={value}
            tone={bad ? tone : undefined}
            detail={
              good === undefined
                ? undefined
                : t(`focus.${id === 'nodes' ? 'ready' : 'running'}`, {
                    good: formatCount(good),
                  })
            }
          />
        ))}
      </dl>
      {capacity?.cpuAllocatable !== undefined && (
        <CapacityTotals figures={capacity} t={t} />
      )}
    </div>
  );
}
