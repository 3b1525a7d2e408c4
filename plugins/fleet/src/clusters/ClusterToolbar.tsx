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
import {
  Button,
  SearchField,
  ToggleButton,
  ToggleButtonGroup,
} from '@backstage/ui';
import {
  ClusterHealthRow,
  clusterStateSchema,
  groupableClusterFacts,
} from '@quarterdeck/backstage-plugin-fleet-common';
import {
  clusterTone,
  statusShapes,
  useFactWord,
} from '@quarterdeck/backstage-plugin-fleet-react';
import {
  RiGridFill,
  RiLayoutGridLine,
  RiListUnordered,
} from '@remixicon/react';
import { fleetTranslationRef } from '../translation';
import {
  ClusterListLayout,
  clusterListLayouts,
  ClusterListQuery,
  ClusterSort,
  clusterSorts,
  factValues,
  isFiltered,
  noFilters,
} from './clusterList';
import styles from './ClusterToolbar.module.css';
import { FilterMenu } from './FilterMenu';

const layoutIcons: Record<ClusterListLayout, JSX.Element> = {
  cards: <RiLayoutGridLine />,
  tiles: <RiGridFill />,
  table: <RiListUnordered />,
};

// Keys of a menu must not be empty, and a fact that is not known is ''.
const keyOfValue = (value: string) => `=${value}`;
const valueOfKey = (key: string) => key.slice(1);
const NO_GROUP = '=';

/** What can be asked of the list of clusters. */
export function ClusterToolbar(props: {
  rows: readonly ClusterHealthRow[];
  shown: number;
  query: ClusterListQuery;
  layout: ClusterListLayout;
  onChange: (change: Partial<ClusterListQuery>) => void;
}) {
  const { rows, shown, query, layout, onChange } = props;
  const { t } = useTranslationRef(fleetTranslationRef);
  const factWord = useFactWord();
  const states = clusterStateSchema.options
    .map(state => ({
      state,
      clusters: rows.filter(row => row.state === state).length,
    }))
    .filter(
      ({ state, clusters }) => clusters > 0 || query.states.includes(state),
    );
  return (
    <div className={styles.toolbar}>
      <SearchField
        className={styles.search}
        size="small"
        aria-label={t('clusters.search')}
        placeholder={t('clusters.search')}
        value={query.search}
        onChange={search => onChange({ search })}
      />
      <div
        className={styles.states}
        role="group"
        aria-label={t('clusters.states')}
      >
        {states.map(({ state, clusters }) => (
          <button
            key={state}
            type="button"
            className={styles.state}
            data-tone={clusterTone(state)}
            aria-pressed={query.states.includes(state)}
            aria-label={t('clusters.stateCount', {
              state: t(`clusterState.${state}`),
              count: clusters,
            })}
            onClick={() =>
              onChange({
                states: query.states.includes(state)
                  ? query.states.filter(it => it !== state)
                  : [...query.states, state],
              })
            }
          >
            <span aria-hidden className={styles.shape}>
              {statusShapes[clusterTone(state)]}
            </span>
            {t(`clusterState.${state}`)}{' '}
            <span className={styles.detail}>{clusters}</span>
          </button>
        ))}
      </div>
      <div className={styles.end}>
        <ToggleButtonGroup
          aria-label={t('clusters.layout')}
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={[layout]}
          onSelectionChange={keys => {
            const [chosen] = [...keys];
            onChange({ layout: chosen as ClusterListLayout });
          }}
        >
          {clusterListLayouts.map(id => (
            <ToggleButton
              key={id}
              id={id}
              size="small"
              aria-label={t(`clusters.${id}`)}
              iconStart={layoutIcons[id]}
            />
          ))}
        </ToggleButtonGroup>
      </div>
      <div className={styles.row}>
        {groupableClusterFacts.map(fact => {
          const word = t(`fact.${fact}`);
          const values = factValues(rows, fact);
          if (
            values.every(it => it.value === '') &&
            !query.facts[fact].length
          ) {
            return undefined;
          }
          return (
            <FilterMenu
              key={fact}
              mode="multiple"
              label={word}
              description={t('clusters.filterBy', { fact: word.toLowerCase() })}
              choices={values.map(({ value, clusters }) => ({
                id: keyOfValue(value),
                label: value
                  ? factWord(fact, value)
                  : t('clusters.unknownFact', { fact: word.toLowerCase() }),
                detail: String(clusters),
              }))}
              picked={query.facts[fact].map(keyOfValue)}
              onPick={keys =>
                onChange({
                  facts: { ...query.facts, [fact]: keys.map(valueOfKey) },
                })
              }
            />
          );
        })}
        {isFiltered(query) && (
          <>
            <Button
              size="small"
              variant="tertiary"
              onPress={() => onChange(noFilters)}
            >
              {t('clusters.clear')}
            </Button>
            <span role="status" className={styles.detail}>
              {t('clusters.shown', {
                shown: String(shown),
                total: String(rows.length),
              })}
            </span>
          </>
        )}
        <div className={styles.end}>
          <FilterMenu
            mode="single"
            label={t('clusters.group')}
            description={t('clusters.group')}
            choices={[
              { id: NO_GROUP, label: t('clusters.noGroup') },
              ...groupableClusterFacts.map(fact => ({
                id: fact,
                label: t(`fact.${fact}`),
              })),
            ]}
            picked={[query.group ?? NO_GROUP]}
            usual={NO_GROUP}
            onPick={([id]) =>
              onChange({
                group: groupableClusterFacts.find(fact => fact === id),
              })
            }
          />
          <FilterMenu
            mode="single"
            label={t('clusters.sort')}
            description={t('clusters.sort')}
            choices={clusterSorts.map(sort => ({
              id: sort,
              label: t(`clusterSort.${sort}`),
            }))}
            picked={[query.sort]}
            usual="trouble"
            onPick={([id]) =>
              onChange({
                sort: id as ClusterSort,
                descending: ['nodes', 'pods', 'problems'].includes(id),
              })
            }
          />
        </div>
      </div>
    </div>
  );
}
