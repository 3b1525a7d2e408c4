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

import { FleetCard } from '@quarterdeck/backstage-plugin-fleet-react';

/** A card of the catalogue with its texts in the reader's language. */
export interface CatalogueEntry {
  card: FleetCard;
  title: string;
  description: string;
  /** Title of its category. */
  category: string;
}

/** Entries of one category. */
export interface CatalogueGroup {
  title: string;
  entries: CatalogueEntry[];
}

function matches(entry: CatalogueEntry, words: readonly string[]): boolean {
  const { card, title, description, category } = entry;
  const text = [title, description, category, card.category, card.id]
    .join('\n')
    .toLocaleLowerCase();
  return words.every(word => text.includes(word));
}

/** The entries that hold every word of a search, by category. Categories come in the order of their first cards. */
export function catalogueGroups(
  entries: readonly CatalogueEntry[],
  search: string,
): CatalogueGroup[] {
  const words = search.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  const groups = new Map<string, CatalogueGroup>();
  for (const entry of entries) {
    if (!matches(entry, words)) continue;
    const { category } = entry;
    const group = groups.get(category) ?? { title: category, entries: [] };
    group.entries.push(entry);
    groups.set(category, group);
  }
  return [...groups.values()];
}
