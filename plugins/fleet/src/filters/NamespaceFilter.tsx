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

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { namespacesView } from '@quarterdeck/backstage-plugin-fleet-common';
import { useView } from '@quarterdeck/backstage-plugin-fleet-react';
import { useMemo, useState } from 'react';
import { FilterMenu } from '../clusters/FilterMenu';
import { fleetTranslationRef } from '../translation';

/** More nobody looks through; a name that is in the address counts all the same. */
const MOST_CHOICES = 1_000;

/** Picks namespaces by name, in whatever cluster they are. Asked for when the pointer or the focus first comes near. */
export function NamespaceFilter(props: {
  clusters: readonly string[];
  picked: readonly string[];
  onPick: (namespaces: string[]) => void;
}) {
  const { clusters, picked, onPick } = props;
  const { t } = useTranslationRef(fleetTranslationRef);
  const [wanted, setWanted] = useState(false);
  const { rows } = useView(
    namespacesView,
    {},
    {
      enabled: wanted,
      scope: clusters.length ? { clusters: [...clusters] } : {},
    },
  );
  const choices = useMemo(
    () =>
      [...new Set([...picked, ...rows.map(({ namespace }) => namespace)])]
        .sort()
        .slice(0, MOST_CHOICES)
        .map(name => ({ id: name, label: name })),
    [rows, picked],
  );
  return (
    <span
      onPointerEnter={() => setWanted(true)}
      onFocus={() => setWanted(true)}
    >
      <FilterMenu
        mode="multiple"
        label={t('filter.namespaces')}
        description={t('filter.namespaces')}
        choices={choices}
        picked={picked}
        onPick={onPick}
      />
    </span>
  );
}
