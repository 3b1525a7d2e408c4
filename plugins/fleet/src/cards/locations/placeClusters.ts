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

import { ClusterHealthRow } from '@quarterdeck/backstage-plugin-fleet-common';
import {
  clusterTone,
  StatusTone,
} from '@quarterdeck/backstage-plugin-fleet-react';
import { byTroubleAndName } from '../clusterHealthOrder';
import { Coordinates, places, PlaceName } from './places';
import { placeOfRegion } from './regionPlaces';

/** The clusters of one region. */
export interface PlacedRegion {
  region: string;
  place: PlaceName;
  coordinates: Coordinates;
  /** Troubled first. */
  clusters: ClusterHealthRow[];
  /** Undefined while it is known of none of them. */
  nodes: number | undefined;
  /** That of the worst of them. */
  tone: StatusTone;
}

/** Clusters by where they are. */
export interface PlacedClusters {
  /** The largest first, so that the small are drawn over them. */
  regions: PlacedRegion[];
  /** Clusters of which no region is known, or one that is on no list: they are not placed. */
  elsewhere: ClusterHealthRow[];
}

/** Puts clusters where their regions are. */
export function placeClusters(
  rows: readonly ClusterHealthRow[],
): PlacedClusters {
  const regions = new Map<string, PlacedRegion>();
  const elsewhere: ClusterHealthRow[] = [];
  for (const row of [...rows].sort(byTroubleAndName)) {
    const region = row.facts.region?.value;
    const place = region === undefined ? undefined : placeOfRegion(region);
    if (region === undefined || place === undefined) {
      elsewhere.push(row);
      continue;
    }
    const known = regions.get(region);
    if (known) {
      known.clusters.push(row);
      known.nodes = sum(known.nodes, row.nodes);
    } else {
      regions.set(region, {
        region,
        place,
        coordinates: places[place],
        clusters: [row],
        nodes: row.nodes,
        tone: clusterTone(row.state),
      });
    }
  }
  return {
    regions: [...regions.values()].sort(
      (a, b) => (b.nodes ?? 0) - (a.nodes ?? 0),
    ),
    elsewhere,
  };
}

function sum(a: number | undefined, b: number | undefined) {
  return a === undefined || b === undefined ? (a ?? b) : a + b;
}
