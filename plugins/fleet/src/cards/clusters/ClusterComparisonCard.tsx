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
import {
  capacityView,
  clustersHealthView,
} from '@quarterdeck/backstage-plugin-fleet-common';
import {
  useCardConfig,
  useView,
  ViewCard,
} from '@quarterdeck/backstage-plugin-fleet-react';
import { fleetTranslationRef } from '../../translation';
import { chooseClusters } from './chooseClusters';
import { comparisonConfig, MOST_COMPARED } from './comparisonConfig';
import { ComparisonTable } from './ComparisonTable';

/** The figures of some clusters side by side. */
export function ClusterComparisonCard() {
  const { t } = useTranslationRef(fleetTranslationRef);
  const { clusters: wanted } = useCardConfig(comparisonConfig);
  const view = useView(clustersHealthView);
  const capacity = useView(capacityView);
  const chosen = chooseClusters(view.rows, wanted, MOST_COMPARED);
  const total = wanted.length || view.rows.length;
  return (
    <ViewCard
      view={view}
      permission="fleet.cluster.read"
      hideCount
      empty={{ title: t('comparison.none'), text: t('comparison.noneText') }}
      footer={
        total > chosen.length && (
          <span>
            {t(wanted.length > 0 ? 'comparison.tooMany' : 'comparison.first', {
              shown: String(chosen.length),
              total: String(total),
            })}
          </span>
        )
      }
    >
      {() => (
        <ComparisonTable
          clusters={chosen.map(({ name, row }) => ({
            name,
            health: row,
            capacity: capacity.rows.find(it => it.cluster === name),
          }))}
        />
      )}
    </ViewCard>
  );
}
