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

import { trendRangeSchema } from '@quarterdeck/backstage-plugin-fleet-common';
import {
  cardSetting,
  cardText,
  clusterSelection,
} from '@quarterdeck/backstage-plugin-fleet-react';
import { z } from 'zod';
import { fleetTranslationRef } from '../translation';
import { coreSeriesKeys } from './seriesNames';

const text = (key: keyof typeof fleetTranslationRef.T & string) =>
  cardText(fleetTranslationRef, key);

const range = cardSetting(trendRangeSchema.default('6h'), {
  label: text('trendSetting.range'),
  options: {
    '15m': text('trendSetting.m15'),
    '1h': text('trendSetting.h1'),
    '6h': text('trendSetting.h6'),
    '24h': text('trendSetting.h24'),
    '7d': text('trendSetting.d7'),
    '30d': text('trendSetting.d30'),
  },
});

type CoreSeries = keyof typeof coreSeriesKeys;
const coreSeries = Object.keys(coreSeriesKeys) as [CoreSeries, ...CoreSeries[]];

/** Settings of the card about one figure of the clusters. */
export const clusterMetricsConfig = z.object({
  metric: cardSetting(z.enum(coreSeries).default('cpu.used'), {
    label: text('trendSetting.metric'),
    options: Object.fromEntries(
      coreSeries.map(id => [id, text(`series.${coreSeriesKeys[id]}`)]),
    ),
  }),
  split: cardSetting(z.enum(['cluster', 'fleet']).default('cluster'), {
    label: text('trendSetting.split'),
    options: {
      cluster: text('trendSetting.cluster'),
      fleet: text('trendSetting.fleet'),
    },
  }),
  range,
  clusters: clusterSelection,
});

/** Settings of the card about one resource. */
export const resourceTrendConfig = z.object({
  measure: cardSetting(z.enum(['cpu', 'memory', 'gpus']).default('cpu'), {
    label: text('trendSetting.measure'),
    options: {
      cpu: text('trendSetting.cpu'),
      memory: text('trendSetting.memory'),
      gpus: text('trendSetting.gpus'),
    },
  }),
  range,
  clusters: clusterSelection,
});

/** Settings of the card about pods with problems. */
export const podHealthTrendConfig = z.object({
  range,
  clusters: clusterSelection,
});
