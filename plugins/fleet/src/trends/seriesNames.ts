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
import { fleetTranslationRef } from '../translation';

/** The series that the fleet plugin itself declares, by the keys of their names. */
export const coreSeriesKeys = {
  'pods.running': 'podsRunning',
  'pods.all': 'podsAll',
  'pods.errors': 'podsErrors',
  'pods.warnings': 'podsWarnings',
  'nodes.all': 'nodesAll',
  'nodes.ready': 'nodesReady',
  'cpu.used': 'cpuUsed',
  'cpu.requested': 'cpuRequested',
  'cpu.allocatable': 'cpuAllocatable',
  'memory.used': 'memoryUsed',
  'memory.requested': 'memoryRequested',
  'memory.allocatable': 'memoryAllocatable',
  'gpus.requested': 'gpusRequested',
  'gpus.allocatable': 'gpusAllocatable',
  'deployments.unavailable': 'deploymentsUnavailable',
  'deployments.all': 'deploymentsAll',
  'namespaces.all': 'namespacesAll',
  'events.warnings': 'eventsWarnings',
} as const;

/** The name of a series: our own are translated, others have the title that their pack gave them. */
export function seriesName(
  t: TranslationFunction<typeof fleetTranslationRef.T>,
  id: string,
  title: string = id,
): string {
  const key = Object.entries(coreSeriesKeys).find(([own]) => own === id)?.[1];
  return key ? t(`series.${key}`) : title;
}
