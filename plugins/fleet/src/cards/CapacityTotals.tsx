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
import { CapacityFigures } from '@quarterdeck/backstage-plugin-fleet-common';
import { fleetTranslationRef } from '../translation';
import { CapacityBar } from './CapacityBar';
import { capacityMeasures, shareOf } from './capacityMeasures';
import { ShareTotals } from './ShareTotals';

/** Everything that nodes offer with what is asked for and used of it, large. */
export function CapacityTotals(props: {
  figures: CapacityFigures;
  t: TranslationFunction<typeof fleetTranslationRef.T>;
}) {
  const { figures, t } = props;
  return (
    <ShareTotals
      label={t('capacity.legend')}
      totals={capacityMeasures
        .filter(measure => measure.allocatable(figures))
        .map(measure => {
          const whole = measure.allocatable(figures);
          const requested = measure.requested(figures);
          const used = measure.used(figures);
          return {
            id: measure.id,
            name: t(`measure.${measure.id}`),
            share: shareOf(requested, whole),
            meter: <CapacityBar measure={measure} figures={figures} t={t} />,
            detail: (
              <>
                {measure.format(requested)} / {measure.format(whole)}
                {used !== undefined && (
                  <>
                    {' · '}
                    {t('measure.used').toLowerCase()} {measure.format(used)}
                  </>
                )}
              </>
            ),
          };
        })}
    />
  );
}
