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
import { statusShapes } from '@quarterdeck/backstage-plugin-fleet-react';
import { CSSProperties } from 'react';
import { formatQuota } from '../../objects/quota';
import { fleetTranslationRef } from '../../translation';
import { formatShare } from '../capacityMeasures';
import styles from './HeatCell.module.css';
import { QuotaThresholds } from './quotaConfig';
import { QuotaItem, quotaShare } from './quotaGroups';

function toneOf(share: number, { warning, critical }: QuotaThresholds) {
  if (share >= critical) return 'error';
  return share >= warning ? 'warning' : undefined;
}

/** How full one limit is: darker the fuller, in the colour and shape of a state from the thresholds on. */
export function HeatCell(props: {
  item: QuotaItem | undefined;
  thresholds: QuotaThresholds;
}) {
  const { item, thresholds } = props;
  const { t } = useTranslationRef(fleetTranslationRef);
  // No limit of this group: not unknown, but nothing to say.
  if (!item) return undefined;
  const { resource, used, hard } = item;
  const share = quotaShare(item);
  if (share === undefined) {
    return (
      <span
        className={styles.none}
        title={t(
          used === undefined ? 'quotaUse.notCounted' : 'quotaUse.forbidden',
          { resource },
        )}
      >
        {used === undefined ? '–' : '0'}
      </span>
    );
  }
  const tone = toneOf(share, thresholds);
  const label = t('quotaUse.cell', {
    used: formatQuota(resource, used),
    hard: formatQuota(resource, hard),
    resource,
    share: formatShare(share),
  });
  return (
    <span
      role="img"
      aria-label={label}
      title={label}
      className={styles.cell}
      data-tone={tone}
      style={{ '--share': Math.min(1, share) } as CSSProperties}
    >
      {tone && <span className={styles.shape}>{statusShapes[tone]}</span>}
      {formatShare(share)}
    </span>
  );
}
