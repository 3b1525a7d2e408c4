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
import { useCardConfig } from '@quarterdeck/backstage-plugin-fleet-react';
import { useMemo } from 'react';
import { fleetTranslationRef } from '../translation';
import { TrendCard } from './TrendCard';
import { resourceTrendConfig } from './trendConfig';

const SERIES = {
  cpu: ['cpu.used', 'cpu.requested', 'cpu.allocatable'],
  memory: ['memory.used', 'memory.requested', 'memory.allocatable'],
  gpus: ['gpus.requested', 'gpus.allocatable'],
};

/** What of a resource is used, asked for and offered, over time. */
export function ResourceTrendCard() {
  const { t } = useTranslationRef(fleetTranslationRef);
  const { measure, range } = useCardConfig(resourceTrendConfig);
  const names = useMemo(
    () => ({
      [`${measure}.used`]: t('resourceTrend.used'),
      [`${measure}.requested`]: t('resourceTrend.requested'),
      [`${measure}.allocatable`]: t('resourceTrend.allocatable'),
    }),
    [measure, t],
  );
  return (
    <TrendCard
      title={t('resourceTrend.titleOf', {
        measure: t(`trendSetting.${measure}`),
      })}
      series={SERIES[measure]}
      range={range}
      names={names}
    />
  );
}
