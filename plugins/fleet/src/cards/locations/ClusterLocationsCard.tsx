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
import { clustersHealthView } from '@quarterdeck/backstage-plugin-fleet-common';
import { useView, ViewCard } from '@quarterdeck/backstage-plugin-fleet-react';
import { useMemo } from 'react';
import { fleetTranslationRef } from '../../translation';
import { Elsewhere } from './Elsewhere';
import { placeClusters } from './placeClusters';
import { WorldMap } from './WorldMap';

/** Where in the world the clusters are, as far as their regions tell. */
export function ClusterLocationsCard() {
  const { t } = useTranslationRef(fleetTranslationRef);
  const view = useView(clustersHealthView);
  const { regions, elsewhere } = useMemo(
    () => placeClusters(view.rows),
    [view.rows],
  );
  return (
    <ViewCard
      view={view}
      permission="fleet.cluster.read"
      empty={{ title: t('comparison.none'), text: t('comparison.noneText') }}
    >
      {() => (
        <>
          <WorldMap regions={regions} />
          {elsewhere.length > 0 && <Elsewhere clusters={elsewhere} />}
        </>
      )}
    </ViewCard>
  );
}
