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

import {
  daemonSetsView,
  jobsView,
  podPhasesView,
  podRestartsView,
  statefulSetsView,
} from '@quarterdeck/backstage-plugin-fleet-common';
import { cardText } from '@quarterdeck/backstage-plugin-fleet-react';
import { fleetTranslationRef } from '../../translation';
import { FleetCardDefinition } from '../FleetCardDefinition';
import { podPhasesConfig } from '../pods/podPhasesConfig';
import { restartsConfig } from '../pods/restartsConfig';
import { jobsConfig, workloadConfig } from './workloadConfig';

/** Cards about pods and workloads of one kind, for dashboards that want them. */
export const workloadCards: readonly FleetCardDefinition[] = [
  {
    name: 'pod-phases',
    title: cardText(fleetTranslationRef, 'podPhases.title'),
    description: cardText(fleetTranslationRef, 'podPhases.description'),
    category: 'pods',
    view: podPhasesView,
    config: podPhasesConfig,
    size: { width: 7, height: 4 },
    order: 150,
    hidden: true,
    loader: () => import('../pods/PodPhasesCard').then(m => m.PodPhasesCard),
  },
  {
    name: 'restarts',
    title: cardText(fleetTranslationRef, 'restarts.title'),
    description: cardText(fleetTranslationRef, 'restarts.description'),
    category: 'pods',
    view: podRestartsView,
    config: restartsConfig,
    size: { width: 6, height: 4 },
    order: 160,
    hidden: true,
    loader: () => import('../pods/RestartsCard').then(m => m.RestartsCard),
  },
  {
    name: 'stateful-sets',
    title: cardText(fleetTranslationRef, 'statefulSets.title'),
    description: cardText(fleetTranslationRef, 'statefulSets.description'),
    category: 'workloads',
    view: statefulSetsView,
    config: workloadConfig,
    size: { width: 6, height: 4 },
    order: 170,
    hidden: true,
    loader: () => import('./StatefulSetsCard').then(m => m.StatefulSetsCard),
  },
  {
    name: 'daemon-sets',
    title: cardText(fleetTranslationRef, 'daemonSets.title'),
    description: cardText(fleetTranslationRef, 'daemonSets.description'),
    category: 'workloads',
    view: daemonSetsView,
    config: workloadConfig,
    size: { width: 6, height: 4 },
    order: 180,
    hidden: true,
    loader: () => import('./DaemonSetsCard').then(m => m.DaemonSetsCard),
  },
  {
    name: 'jobs',
    title: cardText(fleetTranslationRef, 'jobs.title'),
    description: cardText(fleetTranslationRef, 'jobs.description'),
    category: 'workloads',
    view: jobsView,
    config: jobsConfig,
    size: { width: 6, height: 5 },
    order: 190,
    hidden: true,
    loader: () => import('./JobsCard').then(m => m.JobsCard),
  },
];
