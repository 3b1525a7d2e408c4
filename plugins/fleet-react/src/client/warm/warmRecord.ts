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
import { z } from 'zod';

/** Grows when the record or what is in it is built otherwise. Answers have their own schemas, which are looked at when they are taken. */
export const WARM_SCHEMA = 1;
/** What is older is not shown any more. */
export const WARM_FOR_MS = 24 * 60 * 60_000;
export const MOST_WARM_ENTRIES = 120;
/** Characters of all entries together, about as many bytes. */
export const MOST_WARM_TEXT = 4 * 1024 * 1024;

// The browser's clock may be put right by a little; by more, and no age is true.
const CLOCK_STEP_MS = 60_000;

/** One answer as JSON, so that only those that are looked at are parsed. */
export interface WarmEntry {
  /** Epoch milliseconds by the browser's clock: it is at least as new as this. */
  at: number;
  text: string;
}

/** All that is kept for one viewer. */
export interface WarmRecord {
  schema: number;
  savedAt: number;
  /** What the viewer was allowed to. */
  rights: string;
  entries: Record<string, WarmEntry>;
}

const warmRecordSchema = z.object({
  schema: z.literal(WARM_SCHEMA),
  savedAt: z.number(),
  rights: z.string(),
  entries: z.record(z.string(), z.object({ at: z.number(), text: z.string() })),
});

function isOfToday({ at }: WarmEntry, now: number): boolean {
  return at > now - WARM_FOR_MS && at <= now + CLOCK_STEP_MS;
}

/** What was stored, if it is whole, of this schema and not too old. */
export function readWarmRecord(
  stored: unknown,
  now: number,
): WarmRecord | undefined {
  const { data } = warmRecordSchema.safeParse(stored);
  if (!data || data.savedAt > now + CLOCK_STEP_MS) return undefined;
  const entries = Object.entries(data.entries).filter(([, entry]) =>
    isOfToday(entry, now),
  );
  return entries.length > 0
    ? { ...data, entries: Object.fromEntries(entries) }
    : undefined;
}

/** What is stored from now on: what was there, which may be of other tabs, and what this one adds; the newest that there is room for. */
export function mergedEntries(
  present: Record<string, WarmEntry>,
  own: ReadonlyMap<string, WarmEntry>,
  now: number,
): Record<string, WarmEntry> {
  const merged = new Map(Object.entries(present));
  own.forEach((entry, name) => {
    const other = merged.get(name);
    if (!other || other.at <= entry.at) merged.set(name, entry);
  });
  let room = MOST_WARM_TEXT;
  const fitting = [...merged]
    .filter(([, entry]) => isOfToday(entry, now))
    .sort(([, a], [, b]) => b.at - a.at)
    .slice(0, MOST_WARM_ENTRIES)
    .filter(([name, { text }]) => {
      const fits = name.length + text.length <= room;
      if (fits) room -= name.length + text.length;
      return fits;
    });
  return Object.fromEntries(fitting);
}
