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

import { clustersHealthView } from '@quarterdeck/backstage-plugin-fleet-common';
import { useView } from '@quarterdeck/backstage-plugin-fleet-react';

/** Which of the clusters the person may not see, or that do not exist: nobody is told which. */
export function useHiddenClusters(clusters: readonly string[]): string[] {
  const { rows, status } = useView(
    clustersHealthView,
    {},
    // All that the person may see, whatever is picked.
    { scope: {}, enabled: clusters.length > 0 },
  );
  if (status !== 'ready' && status !== 'denied') return [];
  const visible = new Set(rows.map(({ cluster }) => cluster));
  return clusters.filter(cluster => !visible.has(cluster));
}
