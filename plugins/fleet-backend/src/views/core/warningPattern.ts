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

import { EventRow } from '@quarterdeck/backstage-plugin-fleet-common';

/** What stands for whatever differs. */
const ANY = '*';

/** Longest pattern that is compared: what is longer differs in its end, which is most often a dump. */
const MOST_CHARACTERS = 300;

/** The letters that Kubernetes makes the ends of names from, so that they spell no word. */
const SAFE = 'bcdfghjklmnpqrstvwxz2456789';

/** From the most special to the least: what one takes is not there for the next. */
const DIFFERS: readonly [RegExp, string][] = [
  // UUIDs
  [/\b[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/gi, ANY],
  // times of RFC 3339
  [/\b\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)?/g, ANY],
  // the ends of the names of pods: hash of the ReplicaSet and five letters, or the five alone
  [new RegExp(`-[${SAFE}]{6,10}-[${SAFE}]{5}(?![a-z0-9-])`, 'g'), `-${ANY}`],
  [new RegExp(`-[${SAFE}]{5}(?![a-z0-9-])`, 'g'), `-${ANY}`],
  // digests and other hexadecimal numbers, which have a digit
  [/\b(?=[a-f]*\d)[0-9a-f]{8,}\b/gi, ANY],
  // durations as Go writes them
  [/\b(\d+(\.\d+)?(ns|us|µs|ms|h|m|s))+\b/g, ANY],
  // addresses, versions, ports and all other numbers, with their units
  [/\d+([.,:]\d+)*([KMGTPE]i?B?\b)?/g, ANY],
  // several in a row are one
  [/\*(?:[-.:/_]?\*)+/g, ANY],
  [/\s+/g, ' '],
];

/**
 * A message with `*` for what differs from one event to the next, so that the same warning is the same in every cluster.
 */
export function normaliseMessage(message: string): string {
  let pattern = message.slice(0, 2 * MOST_CHARACTERS);
  for (const [part, instead] of DIFFERS) {
    pattern = pattern.replace(part, instead);
  }
  return pattern.trim().slice(0, MOST_CHARACTERS);
}

const known = new WeakMap<EventRow, string>();

/** The same for the message of an event. Rows that did not change are the same objects, and are looked at once. */
export function warningPattern(event: EventRow): string {
  let pattern = known.get(event);
  if (pattern === undefined) {
    // The object that it is about is named in many messages.
    pattern = normaliseMessage(
      event.objectName.length > 2
        ? event.message.replaceAll(event.objectName, ANY)
        : event.message,
    );
    known.set(event, pattern);
  }
  return pattern;
}
