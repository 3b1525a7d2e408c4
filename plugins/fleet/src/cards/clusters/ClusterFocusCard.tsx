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
  CardMessage,
  useCardConfig,
  useView,
  ViewCard,
} from '@quarterdeck/backstage-plugin-fleet-react';
import { fleetTranslationRef } from '../../translation';
import { chooseClusters } from './chooseClusters';
import { ClusterDetail } from './ClusterDetail';
import { focusConfig } from './focusConfig';

/** One cluster in detail: the one that was chosen, else the first in trouble. */
export function ClusterFocusCard() {
  const { t } = useTranslationRef(fleetTranslationRef);
  const { cluster: wanted } = useCardConfig(focusConfig);
  const view = useView(clustersHealthView);
  const capacity = useView(capacityView);
  const [chosen] = chooseClusters(view.rows, wanted, 1);
  return (
    <ViewCard
      view={view}
      permission="fleet.cluster.read"
      hideCount
      empty={
        wanted.length > 0
          ? {
              title: t('cluster.missingTitle', { cluster: wanted[0] }),
              text: t('cluster.missingText'),
            }
          : { title: t('comparison.none'), text: t('comparison.noneText') }
      }
      footer={
        wanted.length === 0 &&
        view.rows.length > 1 && <span>{t('focus.first')}</span>
      }
    >
      {() =>
        chosen?.row ? (
          <ClusterDetail
            row={chosen.row}
            capacity={capacity.rows.find(it => it.cluster === chosen.name)}
          />
        ) : (
          <CardMessage
            title={t('cluster.missingTitle', { cluster: chosen?.name ?? '' })}
            text={t('cluster.missingText')}
          />
        )
      }
    </ViewCard>
  );
}
