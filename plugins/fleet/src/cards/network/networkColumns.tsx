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
import {
  NetworkFigures,
  networkOverviewView,
  ViewRow,
} from '@quarterdeck/backstage-plugin-fleet-common';
import {
  ClusterLink,
  FleetTableColumn,
  Quantity,
} from '@quarterdeck/backstage-plugin-fleet-react';
import { fleetTranslationRef } from '../../translation';
import { Problems } from '../Problems';

type Translate = TranslationFunction<typeof fleetTranslationRef.T>;
type NetworkRow = ViewRow<typeof networkOverviewView>;

/** Services and ingresses that nobody reaches; undefined where neither is known. */
export function unreached(figures: NetworkFigures): number | undefined {
  const { servicesWithoutAddress, ingressesWithoutAddress } = figures;
  return servicesWithoutAddress === undefined &&
    ingressesWithoutAddress === undefined
    ? undefined
    : (servicesWithoutAddress ?? 0) + (ingressesWithoutAddress ?? 0);
}

function figure(
  id: keyof NetworkFigures,
  header: string,
  width: string,
  shownFrom?: 'medium' | 'wide',
): FleetTableColumn<NetworkRow> {
  return {
    id,
    header,
    width,
    align: 'end',
    shownFrom,
    render: row => <Quantity value={row[id]} />,
  };
}

/** Columns of clusters with what connects in them. */
export function networkColumns(t: Translate): FleetTableColumn<NetworkRow>[] {
  return [
    {
      id: 'cluster',
      header: t('column.cluster'),
      render: row => <ClusterLink name={row.cluster} title={row.title} />,
    },
    {
      id: 'problems',
      header: t('column.problems'),
      width: '76px',
      align: 'end',
      render: row => (
        <Problems
          errors={undefined}
          warnings={unreached(row)}
          describe={() =>
            t('network.problems', {
              services: String(row.servicesWithoutAddress ?? '–'),
              ingresses: String(row.ingressesWithoutAddress ?? '–'),
            })
          }
        />
      ),
    },
    figure('services', t('network.services'), '66px'),
    figure('loadBalancers', t('network.loadBalancers'), '104px', 'medium'),
    figure('nodePorts', t('network.nodePorts'), '84px', 'wide'),
    figure('externalNames', t('network.externalNames'), '112px', 'wide'),
    figure('ingresses', t('network.ingresses'), '76px'),
    figure('policies', t('network.policies'), '64px', 'medium'),
  ];
}
