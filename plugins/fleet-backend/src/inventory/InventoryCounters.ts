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

/** What the inventory did since its start, for metrics and tests. */
export interface InventoryCounters {
  /** Requests for a page of a list. */
  listPages: number;
  /** Complete lists. */
  lists: number;
  /** Watches opened. */
  watches: number;
  /** Events that named an object. */
  events: number;
  /** Lines of a watch that were not JSON, or an event without an object. */
  malformedLines: number;
  /** Events over the size limit. */
  oversizedEvents: number;
  /** Events of a type that is not known. */
  unknownEvents: number;
  /** Events from before one that was already told on the same watch. */
  replayedEvents: number;
  /** Objects whose projection threw. */
  unprojected: number;
  /** Lists made anew because a watch could not be trusted or resumed. */
  resyncs: number;
}

export function createInventoryCounters(): InventoryCounters {
  return {
    listPages: 0,
    lists: 0,
    watches: 0,
    events: 0,
    malformedLines: 0,
    oversizedEvents: 0,
    unknownEvents: 0,
    replayedEvents: 0,
    unprojected: 0,
    resyncs: 0,
  };
}
