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
  formatCount,
  NodeMapRow,
} from '@quarterdeck/backstage-plugin-fleet-common';
import { useClusterIdentity } from '@quarterdeck/backstage-plugin-fleet-react';
import { CSSProperties, memo, useEffect, useRef } from 'react';
import tones from '../tones.module.css';
import styles from './NodeMap.module.css';
import { NodeMapLayout } from './nodeMapLayout';
import { nodeStandings } from './nodeStandings';

const toneOf = new Map(nodeStandings.map(({ id, tone }) => [id, tone]));

interface NodeGroupProps {
  group: number;
  row: NodeMapRow;
  old: boolean;
  by: 'state' | 'cpu' | 'memory';
  full: number;
  layout: NodeMapLayout;
  /** The square that the keyboard is on. */
  active: number | undefined;
}

/** The squares of one cluster. Drawn again only when something in it changes, or the keyboard comes or goes. */
function PlainNodeGroup(props: NodeGroupProps) {
  const { group, row, old, by, full, layout, active } = props;
  const title = useClusterIdentity(row.cluster)?.title ?? row.cluster;
  const marked = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    if (active !== undefined) {
      marked.current?.scrollIntoView?.({ block: 'nearest' });
    }
  }, [active]);
  return (
    <div
      aria-hidden
      className={styles.group}
      data-old={old || undefined}
      style={
        {
          '--square': `${layout.size}px`,
          '--gap': `${layout.gap}px`,
          '--columns': layout.columns,
        } as CSSProperties
      }
    >
      <span className={styles.name} title={title}>
        <span className={styles.title}>{title}</span>
        <span className={styles.count}>{formatCount(row.nodes.length)}</span>
      </span>
      <span className={styles.squares}>
        {row.nodes.map((node, place) => {
          const load = by === 'state' ? undefined : node[by];
          return (
            <span
              key={node.name}
              ref={place === active ? marked : undefined}
              className={`${styles.square} ${tones.tone}`}
              data-group={group}
              data-node={place}
              data-standing={node.standing}
              data-tone={toneOf.get(node.standing)}
              data-by={by === 'state' ? undefined : 'load'}
              data-full={(load !== undefined && load >= full) || undefined}
              data-active={place === active || undefined}
              style={
                load === undefined
                  ? undefined
                  : ({ '--load': `${Math.min(100, load)}%` } as CSSProperties)
              }
            />
          );
        })}
      </span>
    </div>
  );
}

export const NodeGroup = memo(PlainNodeGroup);
