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

const steps: Record<string, number | undefined> = { ArrowDown: 1, ArrowUp: -1 };

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

  /** Does what a key means; whether it means anything. */
  const press = (event: KeyboardEvent): boolean => {
    const { key, ctrlKey, metaKey, nativeEvent } = event;
    const by = steps[key];
    if (nativeEvent.isComposing || !active || !(by || key === 'Enter')) {
      return false;
    }
    event.preventDefault();
    if (by) {
      const to = found.indexOf(active) + by;
      setLookedAt(found[Math.max(0, Math.min(to, found.length - 1))].card.id);
    } else if (many && !ctrlKey && !metaKey) toggle(active.card.id);
    else choose();
    return true;
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
    press,
  };
}
