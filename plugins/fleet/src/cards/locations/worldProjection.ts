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

import { geoNaturalEarth1, geoPath } from 'd3-geo';
import { feature } from 'topojson-client';
import { GeometryCollection, Topology } from 'topojson-specification';
import land from 'world-atlas/land-110m.json';
import { Coordinates } from './places';

/** The map is drawn into a box of this size; what is drawn over it is placed by shares of it. */
export const MAP_WIDTH = 960;
/** Antarctica is left out. */
export const MAP_HEIGHT = 420;

const projection = geoNaturalEarth1()
  .fitWidth(MAP_WIDTH, { type: 'Sphere' })
  .clipExtent([
    [0, 0],
    [MAP_WIDTH, MAP_HEIGHT],
  ]);

const topology = land as unknown as Topology<{ land: GeometryCollection }>;

/** The coasts, as the path of an SVG. Natural Earth's, at 1:110 million. */
export const coasts =
  geoPath(projection)(feature(topology, topology.objects.land)) ?? '';

/** Where a place is on the map, as shares of its width and height. */
export function project([latitude, longitude]: Coordinates): {
  x: number;
  y: number;
} {
  const [x, y] = projection([longitude, latitude]) ?? [0, 0];
  return { x: x / MAP_WIDTH, y: y / MAP_HEIGHT };
}
