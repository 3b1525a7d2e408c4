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
  NodeMapRow,
  objectPath,
} from '@quarterdeck/backstage-plugin-fleet-common';
import { useFleetPath } from '@quarterdeck/backstage-plugin-fleet-react';
import { KeyboardEvent, SyntheticEvent, useId, useMemo, useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { fleetTranslationRef } from '../../translation';
import { NodeGroup } from './NodeGroup';
import styles from './NodeMap.module.css';
import { MapPlace, moveOnMap, nodeMapLayout } from './nodeMapLayout';
import { NodeMapLine } from './NodeMapLine';
import { NodeMapTable } from './NodeMapTable';

/** The squares of all nodes, by cluster. One stop of the Tab key: the arrow keys go from square to square, Enter opens the node. */
export function NodeMap(props: {
  rows: readonly NodeMapRow[];
  /** Clusters whose figures are the last known. */
  old: ReadonlySet<string>;
  by: 'state' | 'cpu' | 'memory';
  /** From how many percent on a node counts as full. */
  full: number;
}) {
  const { rows, old, by, full } = props;
  const { t } = useTranslationRef(fleetTranslationRef);
  const path = useFleetPath();
  const navigate = useNavigate();
  const hintId = useId();
  const [focused, setFocused] = useState(false);
  const [active, setActive] = useState<MapPlace>({ group: 0, node: 0 });
  const [pointed, setPointed] = useState<MapPlace>();
  const sizes = useMemo(() => rows.map(row => row.nodes.length), [rows]);
  const layout = nodeMapLayout(sizes.reduce((sum, size) => sum + size, 0));

  const open = (place: MapPlace) => {
    const row = rows[place.group];
    const node = row?.nodes[place.node];
    if (!node) return;
    const { cluster } = row;
    navigate(path(objectPath({ cluster, resource: 'nodes', name: node.name })));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === 'Enter') {
      open(active);
      return;
    }
    const next = moveOnMap(sizes, layout.columns, active, event.key);
    if (!next) return;
    event.preventDefault();
    setActive(next);
  };
  const shown = pointed ?? (focused ? active : undefined);
  const describedRow = shown && rows[shown.group];
  return (
    <div className={styles.box}>
      {/* An application takes keys and pointers for what is drawn in it. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <div
        className={styles.map}
        role="application"
        aria-label={t('nodeMap.title')}
        aria-describedby={hintId}
        // The squares are too many to be stops of their own.
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        onKeyDown={onKeyDown}
        onFocus={() => setFocused(true)}
        onBlur={() => setFocused(false)}
        onMouseOver={event => setPointed(placeOf(event))}
        onMouseLeave={() => setPointed(undefined)}
        onClick={event => {
          const place = placeOf(event);
          if (place) open(place);
        }}
      >
        {rows.map((row, group) => (
          <NodeGroup
            key={row.cluster}
            group={group}
            row={row}
            old={old.has(row.cluster)}
            by={by}
            full={full}
            layout={layout}
            active={focused && active.group === group ? active.node : undefined}
          />
        ))}
      </div>
      <p id={hintId} className={styles.hidden}>
        {t('nodeMap.keys')}
      </p>
      <NodeMapLine
        cluster={describedRow?.cluster}
        node={shown && describedRow?.nodes[shown.node]}
        by={by}
      />
      <NodeMapTable rows={rows} />
    </div>
  );
}

function placeOf(event: SyntheticEvent): MapPlace | undefined {
  const square = (event.target as Element).closest<HTMLElement>('[data-node]');
  return square
    ? { group: Number(square.dataset.group), node: Number(square.dataset.node) }
    : undefined;
}
