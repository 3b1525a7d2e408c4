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
import { CapacityFigures } from '@quarterdeck/backstage-plugin-fleet-common';
import {
  capacityMeasures,
  formatShare,
  shareOf,
} from '../cards/capacityMeasures';
import { Meter } from '../cards/Meter';
import { fleetTranslationRef } from '../translation';
import styles from './CapacityBars.module.css';

const shown = capacityMeasures.filter(
  it => it.id === 'cpu' || it.id === 'memory',
);

/** How much of the CPU and the memory of a cluster is asked for, and used where that is known. */
export function CapacityBars(props: { figures: CapacityFigures | undefined }) {
  const { figures } = props;
  const { t } = useTranslationRef(fleetTranslationRef);
  return (
    <div className={styles.bars}>
      {shown.map(measure => {
        const whole = figures && measure.allocatable(figures);
        const requested = shareOf(figures && measure.requested(figures), whole);
        const used = shareOf(figures && measure.used(figures), whole);
        const what = t(`measure.${measure.id}`);
        const words = { what, share: formatShare(requested) };
        return (
          <div key={measure.id} className={styles.bar}>
            <span className={styles.label}>
              {what}
              <span className={styles.share}>{formatShare(requested)}</span>
            </span>
            {requested !== undefined && (
              <Meter
                label={
                  used === undefined
                    ? t('clusters.requested', words)
                    : t('clusters.requestedUsed', {
                        ...words,
                        used: formatShare(used),
                      })
                }
                share={requested}
                inner={used}
              />
            )}
          </div>
        );
      })}
    </div>
  );
}
