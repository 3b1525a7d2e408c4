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
import { NodeSquare } from '@quarterdeck/backstage-plugin-fleet-common';
import {
  ClusterName,
  StatusChip,
} from '@quarterdeck/backstage-plugin-fleet-react';
import { fleetTranslationRef } from '../../translation';
import styles from './NodeMap.module.css';
import { nodeStandings } from './nodeStandings';

/** Says which node is pointed at or has the keyboard, and how it stands; read out as it changes. */
export function NodeMapLine(props: {
  cluster: string | undefined;
  node: NodeSquare | undefined;
  by: 'state' | 'cpu' | 'memory';
}) {
  const { cluster, node, by } = props;
  const { t } = useTranslationRef(fleetTranslationRef);
  const percent = (share: number | undefined) =>
    share === undefined ? '–' : `${share}%`;
  return (
    <div className={styles.line} role="status" aria-label={t('nodeMap.line')}>
      {node && cluster ? (
        <>
          <StatusChip
            tone={nodeStandings.find(it => it.id === node.standing)!.tone}
            word={t(`nodeStatus.${node.standing}`)}
          />
          <span className={styles.node}>{node.name}</span>
          <ClusterName name={cluster} brief />
          {by !== 'state' && (
            <span className={styles.muted}>
              {t('nodeMap.requested', {
                cpu: percent(node.cpu),
                memory: percent(node.memory),
              })}
            </span>
          )}
        </>
      ) : (
        <span className={styles.muted}>
          {t(by === 'state' ? 'nodeMap.point' : 'nodeMap.pointLoad')}
        </span>
      )}
    </div>
  );
}
