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
import { fleetReactTranslationRef } from '../translation';
import { CoverageGap } from './coverageGaps';
import { spacedAge } from './spacedAge';

/** Returns a function that writes a gap as a clause: `eu-west unreachable, data from 3 m ago`. */
export function useCoverageText() {
  const { t } = useTranslationRef(fleetReactTranslationRef);
  const word = (reason: CoverageGap['reason']) => {
    if (reason === 'too-large') return t('coverage.reason.tooLarge');
    return t(`coverage.reason.${reason}`);
  };
  return (gap: CoverageGap, now: number) => {
    const { cluster, resources, lastContact } = gap;
    const reason = word(gap.reason);
    if (resources.length > 0) {
      return t('coverage.resource', {
        cluster,
        resource: resources.join(', '),
        reason,
      });
    }
    return lastContact === undefined
      ? t('coverage.missing', { cluster, reason })
      : t('coverage.dated', {
          cluster,
          reason,
          age: spacedAge(now - lastContact),
        });
  };
}
