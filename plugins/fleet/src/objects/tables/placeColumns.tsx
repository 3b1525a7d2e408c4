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
import { ViewScope } from '@quarterdeck/backstage-plugin-fleet-common';
import {
  ClusterLink,
  FleetTableColumn,
  ObjectLink,
} from '@quarterdeck/backstage-plugin-fleet-react';
import { fleetTranslationRef } from '../../translation';
import styles from './ObjectTable.module.css';
import { isOneCluster, isOneNamespace } from './tableScope';

/** The texts of the fleet plugin. */
export type Translate = TranslationFunction<typeof fleetTranslationRef.T>;

/** The columns that tell where an object is, as far as they differ between the rows. */
export function placeColumns<
  TRow extends { cluster: string; namespace: string },
>(t: Translate, scope: ViewScope | undefined): FleetTableColumn<TRow>[] {
  const namespace: FleetTableColumn<TRow> = {
    id: 'namespace',
    header: t('column.namespace'),
    width: 'minmax(90px, 1fr)',
    sort: 'namespace',
    shownFrom: 'medium',
    render: row =>
      row.namespace === '' ? undefined : (
        <ObjectLink
          address={{
            cluster: row.cluster,
            resource: 'namespaces',
            name: row.namespace,
          }}
        />
      ),
  };
  return [
    ...(isOneNamespace(scope) ? [] : [namespace]),
    ...(isOneCluster(scope) ? [] : [clusterColumn<TRow>(t)]),
  ];
}

/** The column of the cluster. */
export function clusterColumn<TRow extends { cluster: string }>(
  t: Translate,
): FleetTableColumn<TRow> {
  return {
    id: 'cluster',
    header: t('column.cluster'),
    width: 'minmax(124px, 1.3fr)',
    sort: 'cluster',
    shownFrom: 'medium',
    // A container of its own, so that the name has the room before its tags do.
    render: row => (
      <div className={styles.place}>
        <ClusterLink name={row.cluster} />
      </div>
    ),
  };
}
