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

/** How large squares are and how many stand in a row; so that as much as possible fits the card. */
export interface NodeMapLayout {
  /** Pixels of a square, without the gap. */
  size: number;
  gap: number;
  /** Squares in one row of a cluster. */
  columns: number;
}

/** Where on the map one is: the place of the cluster, and that of the node in it. */
export interface MapPlace {
  group: number;
  node: number;
}

const SIZES: ReadonlyArray<{ upTo: number; layout: NodeMapLayout }> = [
  { upTo: 100, layout: { size: 24, gap: 4, columns: 6 } },
  { upTo: 500, layout: { size: 16, gap: 3, columns: 8 } },
  { upTo: 1500, layout: { size: 11, gap: 2, columns: 10 } },
  { upTo: Infinity, layout: { size: 8, gap: 2, columns: 12 } },
];

/** The layout for so many nodes in all: 5,000 fit one screen. */
export function nodeMapLayout(nodes: number): NodeMapLayout {
  return SIZES.find(({ upTo }) => nodes <= upTo)!.layout;
}

/**
 * Where a key leads to: left and right to the next node, over the ends of clusters too; up and down within a cluster, then to the
 * cluster before or behind; Home and End to the ends of a cluster, Page keys from cluster to cluster. Undefined for other keys.
 *
 * @param sizes - how many nodes each cluster has
 */
export function moveOnMap(
  sizes: readonly number[],
  columns: number,
  from: MapPlace,
  key: string,
): MapPlace | undefined {
  const { group, node } = from;
  const to = (nextGroup: number, place: (size: number) => number): MapPlace => {
    const step = nextGroup < group ? -1 : 1;
    let next = nextGroup;
    while (next >= 0 && next < sizes.length && sizes[next] === 0) next += step;
    if (next < 0 || next >= sizes.length) return from;
    const wanted = place(sizes[next]);
    return {
      group: next,
      node: Math.min(sizes[next] - 1, Math.max(0, wanted)),
    };
  };
  const column = node % columns;
  switch (key) {
    case 'ArrowRight':
      return node + 1 < sizes[group]
        ? { group, node: node + 1 }
        : to(group + 1, () => 0);
    case 'ArrowLeft':
      return node > 0
        ? { group, node: node - 1 }
        : to(group - 1, size => size - 1);
    case 'ArrowDown':
      if (node + columns < sizes[group]) {
        return { group, node: node + columns };
      }
      // The last row may be shorter: its end is below too.
      if (
        Math.floor(node / columns) < Math.floor((sizes[group] - 1) / columns)
      ) {
        return { group, node: sizes[group] - 1 };
      }
      return to(group + 1, () => column);
    case 'ArrowUp':
      return node >= columns
        ? { group, node: node - columns }
        : to(group - 1, size => {
            const last = Math.floor((size - 1) / columns) * columns;
            return last + column;
          });
    case 'Home':
      return { group, node: 0 };
    case 'End':
      return { group, node: sizes[group] - 1 };
    case 'PageDown':
      return to(group + 1, () => 0);
    case 'PageUp':
      return to(group - 1, () => 0);
    default:
      return undefined;
  }
}
