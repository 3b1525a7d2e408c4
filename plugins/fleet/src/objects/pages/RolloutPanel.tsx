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
  formatCount,
  WorkloadRow,
} from '@quarterdeck/backstage-plugin-fleet-common';
import { shareOf } from '../../cards/capacityMeasures';
import { Meter } from '../../cards/Meter';
import { fleetTranslationRef } from '../../translation';
import styles from './pages.module.css';
import { Panel } from './Panel';

/** How many replicas of a workload are where they should be; of a Job how many pods have succeeded. */
export function RolloutPanel(props: { row: WorkloadRow }) {
  const { row } = props;
  const { t } = useTranslationRef(fleetTranslationRef);
  const { replicas } = row;
  const isJob = row.kind === 'Job';
  const parts = isJob
    ? [
        { name: t('workload.succeeded'), part: row.available },
        { name: t('workload.runningPods'), part: row.ready },
      ]
    : [
        { name: t('workload.updated'), part: row.updated },
        { name: t('workload.ready'), part: row.ready },
        { name: t('workload.available'), part: row.available },
      ];
  return (
    <Panel title={t('workload.rollout')}>
      <p className={styles.big}>
        {formatCount(replicas)}{' '}
        <span className={styles.muted}>
          {t(isJob ? 'workload.completions' : 'workload.wanted')}
        </span>
      </p>
      {parts.map(({ name, part }) => {
        const share = replicas === 0 ? undefined : shareOf(part, replicas);
        return (
          <div key={name} className={styles.quota}>
            <span>{name}</span>
            <span className={styles.amount}>
              {formatCount(part)} / {formatCount(replicas)}
            </span>
            {share !== undefined && (
              <Meter
                label={t('workload.progress', {
                  part: formatCount(part),
                  whole: formatCount(replicas),
                  what: name,
                })}
                share={share}
              />
            )}
          </div>
        );
      })}
    </Panel>
  );
}
