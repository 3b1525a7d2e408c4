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
import { fleetTranslationRef } from '../translation';
import { seriesName } from './seriesNames';
import { TrendCard } from './TrendCard';
import { clusterMetricsConfig } from './trendConfig';

/** A figure of each cluster, or of all together, over time. */
export function ClusterMetricsCard() {
  const { t } = useTranslationRef(fleetTranslationRef);
  const { metric, range, split } = useCardConfig(clusterMetricsConfig);
  const name = seriesName(t, metric);
  return (
    <TrendCard
      title={
        split === 'cluster'
          ? t('clusterMetrics.titleOf', { metric: name })
          : name
      }
      series={[metric]}
      range={range}
      split={split}
    />
  );
}
