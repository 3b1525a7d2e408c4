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
import { Button, ButtonLink } from '@backstage/ui';
import {
  capacityView,
  clustersHealthView,
} from '@quarterdeck/backstage-plugin-fleet-common';
import {
  CardMessage,
  CoverageNotice,
  useFactWord,
  useFleetPath,
  useFleetScope,
  useView,
  useWhoami,
  ViewContent,
} from '@quarterdeck/backstage-plugin-fleet-react';
import { RiAddLine } from '@remixicon/react';
import { useMemo } from 'react';
import { NoClusters } from '../dashboard/NoClusters';
import { PageFilters } from '../filters/PageFilters';
import { PageHeader } from '../page/PageHeader';
import { fleetTranslationRef } from '../translation';
import { ClusterCards } from './ClusterCards';
import { groupClusters, listClusters, noFilters } from './clusterList';
import styles from './ClustersPage.module.css';
import { ClusterTable } from './ClusterTable';
import { ClusterToolbar } from './ClusterToolbar';
import { useClusterListQuery } from './useClusterListQuery';

// More of them as cards would not be seen at a glance.
const MOST_CARDS = 24;

/** Every cluster of the fleet. */
export function ClustersPage() {
  const { t } = useTranslationRef(fleetTranslationRef);
  const path = useFleetPath();
  const { whoami } = useWhoami();
  return (
    <>
      <PageHeader
        path="clusters"
        title={t('clusters.title')}
        actions={
          whoami?.admin && (
            <ButtonLink
              size="small"
              variant="secondary"
              iconStart={<RiAddLine />}
              href={path('connect')}
            >
              {t('clusters.connect')}
            </ButtonLink>
          )
        }
      />
      <PageFilters by={['clusters']}>{() => <ClusterList />}</PageFilters>
    </>
  );
}

function ClusterList() {
  const { t } = useTranslationRef(fleetTranslationRef);
  const factWord = useFactWord();
  const health = useView(clustersHealthView);
  const capacity = useView(capacityView);
  const scope = useFleetScope();
  const [query, change] = useClusterListQuery();
  const { rows } = health;
  const shown = useMemo(() => listClusters(rows, query), [rows, query]);
  const capacities = useMemo(
    () => new Map(capacity.rows.map(row => [row.cluster, row])),
    [capacity.rows],
  );
  const { group } = query;
  const groups = useMemo(
    () => (group ? groupClusters(shown, group) : [{ value: '', rows: shown }]),
    [shown, group],
  );
  const layout = query.layout ?? (rows.length > MOST_CARDS ? 'tiles' : 'cards');

  if (health.status === 'ready' && rows.length === 0 && !scope) {
    return <NoClusters />;
  }
  return (
    <ViewContent view={health} permission="fleet.cluster.read">
      {() => (
        <>
          <ClusterToolbar
            rows={rows}
            shown={shown.length}
            query={query}
            layout={layout}
            onChange={change}
          />
          {shown.length === 0 && (
            <CardMessage
              title={t('clusters.noneMatch')}
              text={t('clusters.noneMatchText', {
                total: String(rows.length),
              })}
              action={
                <Button
                  size="small"
                  variant="secondary"
                  onPress={() => change(noFilters)}
                >
                  {t('clusters.clear')}
                </Button>
              }
            />
          )}
          {groups.map(({ value, rows: members }) => {
            const unknown =
              group &&
              t('clusters.unknownFact', {
                fact: t(`fact.${group}`).toLowerCase(),
              });
            const name = group && value ? factWord(group, value) : unknown;
            const label = name ?? t('clusters.list');
            const list = { rows: members, capacities, label };
            return members.length === 0 ? undefined : (
              <section key={value} className={styles.group}>
                {name !== undefined && (
                  <h2 className={styles.heading}>
                    {name}{' '}
                    <span className={styles.count}>{members.length}</span>
                  </h2>
                )}
                {layout === 'table' ? (
                  <ClusterTable
                    {...list}
                    query={query}
                    connected={health.transport !== 'offline'}
                    onChange={change}
                  />
                ) : (
                  <ClusterCards {...list} size={layout} />
                )}
              </section>
            );
          })}
          {health.coverage && <CoverageNotice coverage={health.coverage} />}
        </>
      )}
    </ViewContent>
  );
}
