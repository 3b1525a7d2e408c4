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
import { formatShare, shareOf } from '../../cards/capacityMeasures';
import { Meter } from '../../cards/Meter';
import { fleetTranslationRef } from '../../translation';
import { formatQuota, quotaTone } from '../quota';
import styles from './pages.module.css';

/** One thing that a quota limits: how much of it is used. A limit of nothing is full. */
export function QuotaBar(props: {
  resource: string;
  used?: number;
  hard: number;
}) {
  const { resource, used, hard } = props;
  const { t } = useTranslationRef(fleetTranslationRef);
  const share = hard === 0 ? used && 1 : shareOf(used, hard);
  const amounts = {
    resource,
    used: formatQuota(resource, used),
    hard: formatQuota(resource, hard),
  };
  return (
    <div className={styles.quota}>
      <span className={styles.code}>{resource}</span>
      <span className={styles.amount}>
        {amounts.used} / {amounts.hard}
      </span>
      {used === undefined ? (
        <span className={styles.muted}>{t('namespace.quotaUnknown')}</span>
      ) : (
        <Meter
          label={`${t('namespace.quotaBar', amounts)} (${formatShare(share ?? 0)})`}
          share={share ?? 0}
          tone={quotaTone(share)}
        />
      )}
    </div>
  );
}
