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
  eventsView,
  nodesView,
  podsView,
  resourceQuotasView,
  ViewRef,
  workloadsView,
} from '@quarterdeck/backstage-plugin-fleet-common';

export interface ComparedView {
  readonly view: ViewRef<any, any, any>;
  /** Resources whose rows it shows, all of them. */
  readonly kinds: readonly string[];
}

/** The views that show rows as they are kept. */
export const comparedViews: readonly ComparedView[] = [
  { view: podsView, kinds: ['pods'] },
  { view: nodesView, kinds: ['nodes'] },
  { view: eventsView, kinds: ['events'] },
  { view: resourceQuotasView, kinds: ['resourcequotas'] },
  {
    view: workloadsView,
    kinds: ['deployments', 'statefulsets', 'daemonsets', 'jobs', 'cronjobs'],
  },
];
