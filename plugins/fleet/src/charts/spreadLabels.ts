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

/**
 * Moves labels apart that would lie upon each other, no further than they must.
 *
 * @param wanted - where the middle of each should be
 * @returns where it comes, in the order that was given
 */
export function spreadLabels(
  wanted: readonly number[],
  room: { height: number; from: number; to: number },
): number[] {
  const { height, from, to } = room;
  const order = wanted
    .map((_, index) => index)
    .sort((a, b) => wanted[a] - wanted[b]);
  const places = [...wanted];
  let least = from + height / 2;
  for (const index of order) {
    places[index] = Math.max(wanted[index], least);
    least = places[index] + height;
  }
  let most = to - height / 2;
  for (const index of order.reverse()) {
    places[index] = Math.min(places[index], most);
    most = places[index] - height;
  }
  return places;
}
