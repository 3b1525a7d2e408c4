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
import { podHealthTrendConfig } from './trendConfig';

const SERIES = ['pods.errors', 'pods.warnings', 'deployments.unavailable'];

/** Pods with problems and deployments that are not available, over time. */
export function PodHealthTrendCard() {
  const { t } = useTranslationRef(fleetTranslationRef);
  const { range } = useCardConfig(podHealthTrendConfig);
  const names = useMemo(
    () => ({
      'pods.errors': t('podHealthTrend.errors'),
      'pods.warnings': t('podHealthTrend.warnings'),
      'deployments.unavailable': t('podHealthTrend.deployments'),
    }),
    [t],
  );
  return <TrendCard series={SERIES} range={range} names={names} />;
}
