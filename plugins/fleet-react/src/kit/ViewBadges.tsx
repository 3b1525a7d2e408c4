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
import { Coverage } from '@quarterdeck/backstage-plugin-fleet-common';
import { fleetReactTranslationRef } from '../translation';
import { Badge } from './Badge';
import { clustersWithGaps, coverageGaps } from './coverageGaps';
import { GapList } from './GapList';

/** The marks that the coverage of an answer puts beside a card's title. */
export function ViewBadges(props: { coverage: Coverage; clockOffset: number }) {
  const { coverage, clockOffset } = props;
  const { t } = useTranslationRef(fleetReactTranslationRef);
  const missing = clustersWithGaps(coverage);
  return (
    <>
      {missing > 0 && (
        <Badge
          tone="warning"
          text={t('coverage.badge', { clusters: String(missing) })}
          hint={
            <GapList gaps={coverageGaps(coverage)} clockOffset={clockOffset} />
          }
        />
      )}
      {coverage.demo && (
        <Badge text={t('coverage.demo')} hint={t('coverage.demoHint')} />
      )}
    </>
  );
}
