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
import { CapacityMeasure, formatShare, shareOf } from './capacityMeasures';
import { Meter } from './Meter';

/** A measure as a bar: requests in the whole of what is offered, and use within. */
export function CapacityBar(props: {
  measure: CapacityMeasure;
  figures: CapacityFigures;
  t: TranslationFunction<typeof fleetTranslationRef.T>;
}) {
  const { measure, figures, t } = props;
  const whole = measure.allocatable(figures);
  const requested = shareOf(measure.requested(figures), whole);
  const used = shareOf(measure.used(figures), whole);
  if (requested === undefined) return <>–</>;
  const say = (what: 'requested' | 'used', part: number | undefined) =>
    t('measure.ofCapacity', {
      part: measure.format(part),
      whole: measure.format(whole),
      what: `${t(`measure.${measure.id}`)} ${t(`measure.${what}`).toLowerCase()}`,
      share: formatShare(shareOf(part, whole)),
    });
  const label = [
    say('requested', measure.requested(figures)),
    used !== undefined && say('used', measure.used(figures)),
  ]
    .filter(Boolean)
    .join('\n');
  return (
    <Meter
      label={label}
      share={requested}
      inner={used}
      tone={requested > 1 ? 'error' : undefined}
    />
  );
}
