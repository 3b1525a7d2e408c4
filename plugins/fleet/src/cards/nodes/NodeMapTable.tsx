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
import { NodeMapRow } from '@quarterdeck/backstage-plugin-fleet-common';
import { memo } from 'react';
import { fleetTranslationRef } from '../../translation';
import styles from './NodeMap.module.css';
import { nodeStandings } from './nodeStandings';

/** What the map shows for those who do not see it: how many nodes of each cluster stand how, and the names of those in trouble. */
function PlainNodeMapTable(props: { rows: readonly NodeMapRow[] }) {
  const { t } = useTranslationRef(fleetTranslationRef);
  return (
    <table className={styles.hidden}>
      <caption>{t('nodeMap.table')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('column.cluster')}</th>
          {nodeStandings.map(({ id }) => (
            <th key={id} scope="col">
              {t(`nodeStatus.${id}`)}
            </th>
          ))}
          <th scope="col">{t('nodeMap.troubled')}</th>
        </tr>
      </thead>
      <tbody>
        {props.rows.map(({ cluster, nodes }) => (
          <tr key={cluster}>
            <th scope="row">{cluster}</th>
            {nodeStandings.map(({ id }) => (
              <td key={id}>
                {nodes.filter(({ standing }) => standing === id).length}
              </td>
            ))}
            <td>
              {nodes
                .filter(({ standing }) => standing !== 'ready')
                .map(({ name }) => name)
                .join(', ')}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

export const NodeMapTable = memo(PlainNodeMapTable);
