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
import { RequestFigures } from '@quarterdeck/backstage-plugin-fleet-common';
import { fleetTranslationRef } from '../../translation';
import { shareOf } from '../capacityMeasures';
import { Meter } from '../Meter';
import { ShareTotals } from '../ShareTotals';
import { formatRequest } from './requestGap';
import styles from './RequestTotals.module.css';

/** How much of what is asked for is used in all, where it is measured. */
export function RequestTotals(props: { figures: RequestFigures }) {
  const { figures } = props;
  const { t } = useTranslationRef(fleetTranslationRef);
  if (!figures.measured) {
    return (
      <div className={styles.missing} role="note">
        <strong>{t('requests.unmeasured')}</strong> {t('topPods.noneText')}
      </div>
    );
  }
  return (
    <ShareTotals
      label={t('requests.totals')}
      totals={(['cpu', 'memory'] as const).map(resource => {
        const requested = figures[`${resource}Requested`];
        const used = figures[`${resource}Used`];
        const share = shareOf(used, requested);
        const words = {
          what: t(`measure.${resource}`),
          used: formatRequest[resource](used),
          requested: formatRequest[resource](requested),
        };
        return {
          id: resource,
          name: words.what,
          share,
          meter: share !== undefined && (
            <Meter label={t('requests.total', words)} share={1} inner={share} />
          ),
          detail: t('requests.totalDetail', words),
        };
      })}
    />
  );
}
