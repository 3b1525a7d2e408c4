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
import { KeyboardEvent, useMemo, useState } from 'react';
import { CatalogueEntry, catalogueGroups } from './catalogueGroups';

/** What is done in the catalogue: searched, looked at, ticked. */
export function useCatalogue(options: {
  entries: readonly CatalogueEntry[];
  /** Several cards can be ticked. */
  many: boolean;
  onChoose: (cards: FleetCard[]) => void;
}) {
  const { entries, many, onChoose } = options;
  const [search, setSearch] = useState('');
  const [lookedAt, setLookedAt] = useState<string>();
  const [ticked, setTicked] = useState<readonly string[]>([]);
  const groups = useMemo(
    () => catalogueGroups(entries, search),
    [entries, search],
  );
  const found = groups.flatMap(group => group.entries);
  const active = found.find(({ card }) => card.id === lookedAt) ?? found[0];

  const toggle = (id: string) => {
    setLookedAt(id);
    setTicked(now =>
      now.includes(id) ? now.filter(it => it !== id) : [...now, id],
    );
  };
  /** What the button would take: the ticked cards, or the one that is looked at. */
  const chosen = many
    ? ticked.flatMap(id => entries.find(({ card }) => card.id === id) ?? [])
    : [];
  if (chosen.length === 0 && active) chosen.push(active);
  const choose = () => {
    if (chosen.length > 0) onChoose(chosen.map(({ card }) => card));
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const at = active ? found.indexOf(active) : -1;
    const to = {
      ArrowDown: Math.min(at + 1, found.length - 1),
      ArrowUp: Math.max(at - 1, 0),
    }[event.key];
    if (to !== undefined) setLookedAt(found[to]?.card.id);
    else if (event.key !== 'Enter' || !active) return;
    else if (event.ctrlKey || event.metaKey || !many) choose();
    else toggle(active.card.id);
    event.preventDefault();
  };

  return {
    search,
    setSearch,
    groups,
    found: found.length,
    active,
    look: setLookedAt,
    ticked,
    toggle,
    chosen,
    choose,
    onKeyDown,
  };
}
