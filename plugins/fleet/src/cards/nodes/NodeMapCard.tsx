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
  nodeLoadView,
  nodeMapView,
} from '@quarterdeck/backstage-plugin-fleet-common';
import {
  useCardConfig,
  useView,
  ViewCard,
} from '@quarterdeck/backstage-plugin-fleet-react';
import { useMemo } from 'react';
import { fleetTranslationRef } from '../../translation';
import { CardStack } from '../CardStack';
import { StatusTotals } from '../StatusTotals';
import { NodeMap } from './NodeMap';
import { nodeMapConfig } from './nodeMapConfig';
import { nodeStandings } from './nodeStandings';
import { SquareMark } from './SquareMark';

/** Every node of the fleet as a square, by how it stands or how much of it is asked for. */
export function NodeMapCard() {
  const { t } = useTranslationRef(fleetTranslationRef);
  const { by, full } = useCardConfig(nodeMapConfig);
  const view = useView(by === 'state' ? nodeMapView : nodeLoadView);
  const { coverage, summary } = view;
  const old = useMemo(
    () => new Set(coverage?.failed.map(({ cluster }) => cluster)),
    [coverage],
  );
  return (
    <ViewCard
      view={view}
      hideCount
      permission="fleet.cluster.read"
      empty={{ title: t('nodeStatus.none'), text: t('nodeStatus.noneText') }}
    >
      {({ rows }) => (
        <CardStack
          above={
            <StatusTotals
              label={t('nodeStatus.totals')}
              totals={nodeStandings.map(({ id, tone }) => ({
                id,
                tone,
                value: summary?.[id],
                word: t(`nodeStatus.${id}`),
                mark:
                  by === 'state' ? (
                    <SquareMark standing={id} tone={tone} />
                  ) : undefined,
              }))}
            />
          }
        >
          <NodeMap rows={rows} old={old} by={by} full={full} />
        </CardStack>
      )}
    </ViewCard>
  );
}
