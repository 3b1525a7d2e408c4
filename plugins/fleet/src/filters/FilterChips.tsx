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
import { RiCloseLine } from '@remixicon/react';
import { fleetTranslationRef } from '../translation';
import { DashboardFilters } from './filterAddress';
import styles from './FilterBar.module.css';

interface Chip {
  key: string;
  what: string;
  value: string;
  hint?: string;
  denied?: boolean;
  without: Partial<DashboardFilters>;
}

/** What a dashboard is narrowed to, each to be taken away. */
export function FilterChips(props: {
  filters: DashboardFilters;
  /** Clusters that the person may not see, or that do not exist: nobody is told which. */
  hidden: readonly string[];
  onChange: (change: Partial<DashboardFilters>) => void;
}) {
  const { filters, hidden, onChange } = props;
  const { clusters, namespaces, statuses, text, range } = filters;
  const { t } = useTranslationRef(fleetTranslationRef);
  const chips: Chip[] = [
    ...clusters.map(value => ({
      key: `cluster/${value}`,
      what: t('filter.cluster'),
      value: hidden.includes(value)
        ? t('filter.denied', { name: value })
        : value,
      hint: hidden.includes(value) ? t('filter.deniedHint') : undefined,
      denied: hidden.includes(value),
      without: { clusters: clusters.filter(it => it !== value) },
    })),
    ...namespaces.map(value => ({
      key: `namespace/${value}`,
      what: t('filter.namespace'),
      value,
      without: { namespaces: namespaces.filter(it => it !== value) },
    })),
    ...statuses.map(value => ({
      key: `status/${value}`,
      what: t('filter.status'),
      value: t(`filterStatus.${value}`),
      without: { statuses: statuses.filter(it => it !== value) },
    })),
    ...(range
      ? [
          {
            key: 'range',
            what: t('filter.range'),
            value: t(`filterRange.${range}`),
            hint: t('filter.rangeHint'),
            without: { range: undefined },
          },
        ]
      : []),
    ...(text
      ? [
          {
            key: 'text',
            what: t('filter.text'),
            value: text,
            without: { text: '' },
          },
        ]
      : []),
  ];
  if (chips.length === 0) return undefined;
  return (
    <ul className={styles.chips} aria-label={t('filter.picked')}>
      {chips.map(({ key, what, value, hint, denied, without }) => (
        <li
          key={key}
          className={styles.chip}
          data-denied={denied || undefined}
          title={hint}
        >
          <span className={styles.what}>{what}:</span> {value}
          <button
            type="button"
            className={styles.remove}
            aria-label={t('filter.remove', { what, value })}
            onClick={() => onChange(without)}
          >
            <RiCloseLine aria-hidden size={14} />
          </button>
        </li>
      ))}
    </ul>
  );
}
