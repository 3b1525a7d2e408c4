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
import { Button, SearchField } from '@backstage/ui';
import {
  clustersHealthView,
  statusFilterSchema,
} from '@quarterdeck/backstage-plugin-fleet-common';
import {
  TimeRange,
  timeRanges,
  useView,
} from '@quarterdeck/backstage-plugin-fleet-react';
import { useEffect, useState } from 'react';
import { FilterMenu } from '../clusters/FilterMenu';
import { fleetTranslationRef } from '../translation';
import {
  DashboardFilters,
  isNarrowed,
  noDashboardFilters,
} from './filterAddress';
import styles from './FilterBar.module.css';
import { FilterChips } from './FilterChips';
import { NamespaceFilter } from './NamespaceFilter';
import { useHiddenClusters } from './useHiddenClusters';

const ANY_TIME = 'any';
const WAIT_MS = 250;

/** Text that is told once it has been left alone for a moment. */
function useCalmText(text: string, onChange: (text: string) => void) {
  const [typed, setTyped] = useState(text);
  useEffect(() => setTyped(text), [text]);
  useEffect(() => {
    if (typed === text) return undefined;
    const timer = setTimeout(() => onChange(typed), WAIT_MS);
    return () => clearTimeout(timer);
    // Only what is typed starts the clock anew.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [typed]);
  return [typed, setTyped] as const;
}

/** Narrows all cards of a dashboard at once; what is picked is in the address. */
export function FilterBar(props: {
  filters: DashboardFilters;
  onChange: (change: Partial<DashboardFilters>) => void;
}) {
  const { filters, onChange } = props;
  const { t } = useTranslationRef(fleetTranslationRef);
  // All that the person may see, whatever is picked.
  const { rows } = useView(clustersHealthView, {}, { scope: {} });
  const hidden = useHiddenClusters(filters.clusters);
  const [typed, setTyped] = useCalmText(filters.text, text =>
    onChange({ text }),
  );
  return (
    <div className={styles.bar} role="search" aria-label={t('filter.label')}>
      <SearchField
        className={styles.search}
        size="small"
        aria-label={t('filter.text')}
        placeholder={t('filter.text')}
        value={typed}
        onChange={setTyped}
      />
      <FilterMenu
        mode="multiple"
        label={t('filter.clusters')}
        description={t('filter.clusters')}
        choices={rows.map(({ cluster, title }) => ({
          id: cluster,
          label: title,
        }))}
        picked={filters.clusters}
        onPick={clusters => onChange({ clusters: [...hidden, ...clusters] })}
      />
      <NamespaceFilter
        clusters={filters.clusters}
        picked={filters.namespaces}
        onPick={namespaces => onChange({ namespaces })}
      />
      <FilterMenu
        mode="multiple"
        label={t('filter.status')}
        description={t('filter.status')}
        choices={statusFilterSchema.options.map(id => ({
          id,
          label: t(`filterStatus.${id}`),
        }))}
        picked={filters.statuses}
        onPick={ids =>
          onChange({
            statuses: statusFilterSchema.options.filter(it => ids.includes(it)),
          })
        }
      />
      <FilterMenu
        mode="single"
        label={t('filter.range')}
        description={t('filter.range')}
        usual={ANY_TIME}
        choices={[
          { id: ANY_TIME, label: t('filter.anyTime') },
          ...timeRanges.map(id => ({ id, label: t(`filterRange.${id}`) })),
        ]}
        picked={[filters.range ?? ANY_TIME]}
        onPick={([id]) =>
          onChange({
            range: timeRanges.find((it): it is TimeRange => it === id),
          })
        }
      />
      {isNarrowed(filters) && (
        <Button
          size="small"
          variant="tertiary"
          onPress={() => onChange(noDashboardFilters)}
        >
          {t('filter.clear')}
        </Button>
      )}
      <FilterChips filters={filters} hidden={hidden} onChange={onChange} />
    </div>
  );
}
