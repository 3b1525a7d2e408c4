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

import {
  ClusterHealthRow,
  ClusterState,
  clusterStateSchema,
  GroupableClusterFact,
  groupableClusterFacts,
} from '@quarterdeck/backstage-plugin-fleet-common';
import { byTroubleAndName } from '../cards/clusterHealthOrder';

/** How the list of clusters is drawn: with all figures, as small as can be read, or as a table. */
export const clusterListLayouts = ['cards', 'tiles', 'table'] as const;

export type ClusterListLayout = (typeof clusterListLayouts)[number];

/** What the list can be ordered by; `trouble` is the order when nothing is asked. */
export const clusterSorts = [
  'trouble',
  'name',
  'version',
  'nodes',
  'pods',
  'problems',
  'contact',
] as const;

export type ClusterSort = (typeof clusterSorts)[number];

/** What is asked of the list of clusters; all of it stands in the address. A fact that is not known has the value ''. */
export interface ClusterListQuery {
  /** Absent: as suits the number of clusters. */
  layout?: ClusterListLayout;
  search: string;
  states: ClusterState[];
  facts: Record<GroupableClusterFact, string[]>;
  group?: GroupableClusterFact;
  sort: ClusterSort;
  descending: boolean;
}

function oneOf<T extends string>(
  values: readonly T[],
  text: string | undefined,
): T | undefined {
  return values.find(value => value === text);
}

/** Reads the list's query from an address. What is not understood is left out. */
export function readClusterList(params: URLSearchParams): ClusterListQuery {
  const sort = params.get('sort') ?? '';
  const descending = sort.startsWith('-');
  return {
    layout: oneOf(clusterListLayouts, params.get('view') ?? undefined),
    search: params.get('q') ?? '',
    states: params
      .getAll('state')
      .flatMap(it => clusterStateSchema.safeParse(it).data ?? []),
    facts: Object.fromEntries(
      groupableClusterFacts.map(fact => [fact, params.getAll(fact)]),
    ) as ClusterListQuery['facts'],
    group: oneOf(groupableClusterFacts, params.get('group') ?? undefined),
    sort: oneOf(clusterSorts, descending ? sort.slice(1) : sort) ?? 'trouble',
    descending,
  };
}

/** The address of a query; the inverse of {@link readClusterList}. */
export function writeClusterList(query: ClusterListQuery): URLSearchParams {
  const params = new URLSearchParams();
  const { layout, search, states, facts, group, sort, descending } = query;
  if (layout) params.set('view', layout);
  if (search) params.set('q', search);
  states.forEach(state => params.append('state', state));
  groupableClusterFacts.forEach(fact =>
    facts[fact].forEach(value => params.append(fact, value)),
  );
  if (group) params.set('group', group);
  if (sort !== 'trouble') params.set('sort', `${descending ? '-' : ''}${sort}`);
  return params;
}

/** Takes every filter out of a query. */
export const noFilters: Pick<ClusterListQuery, 'search' | 'states' | 'facts'> =
  {
    search: '',
    states: [],
    facts: { provider: [], distribution: [], region: [], environment: [] },
  };

/** Whether the query leaves any cluster out. */
export function isFiltered(query: ClusterListQuery): boolean {
  return (
    query.search.trim() !== '' ||
    query.states.length > 0 ||
    groupableClusterFacts.some(fact => query.facts[fact].length > 0)
  );
}

function textsOf(row: ClusterHealthRow): string[] {
  const { provider, distribution, region, environment } = row.facts;
  return [
    row.cluster,
    row.title,
    ...row.aliases,
    row.server ?? '',
    row.version ?? '',
    ...[provider, distribution, region, environment].map(
      fact => fact?.value ?? '',
    ),
    ...Object.entries(row.labels).map(([key, value]) => `${key}=${value}`),
  ];
}

function matches(row: ClusterHealthRow, query: ClusterListQuery): boolean {
  if (query.states.length > 0 && !query.states.includes(row.state)) {
    return false;
  }
  const factsFit = groupableClusterFacts.every(
    fact =>
      query.facts[fact].length === 0 ||
      query.facts[fact].includes(row.facts[fact]?.value ?? ''),
  );
  if (!factsFit) return false;
  const words = query.search.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return true;
  const texts = textsOf(row).map(text => text.toLowerCase());
  return words.every(word => texts.some(text => text.includes(word)));
}

const collator = new Intl.Collator('en', { numeric: true });

/** Known before unknown, in either direction. */
function compareKnown(
  a: number | undefined,
  b: number | undefined,
  descending: boolean,
): number {
  if (a === undefined || b === undefined) {
    return Number(a === undefined) - Number(b === undefined);
  }
  return descending ? b - a : a - b;
}

const figures: Partial<
  Record<ClusterSort, (row: ClusterHealthRow) => number | undefined>
> = {
  nodes: row => row.nodes,
  pods: row => row.pods,
  problems: row => row.podErrors,
  contact: row => row.lastContact,
};

function compareBy(
  { sort, descending }: ClusterListQuery,
  a: ClusterHealthRow,
  b: ClusterHealthRow,
): number {
  const figure = figures[sort];
  if (figure) return compareKnown(figure(a), figure(b), descending);
  const sign = descending ? -1 : 1;
  if (sort === 'name') return sign * collator.compare(a.title, b.title);
  if (sort === 'version') {
    if (!a.version || !b.version)
      return Number(!a.version) - Number(!b.version);
    return sign * collator.compare(a.version, b.version);
  }
  return sign * byTroubleAndName(a, b);
}

/** The clusters that a query asks for, in its order. */
export function listClusters(
  rows: readonly ClusterHealthRow[],
  query: ClusterListQuery,
): ClusterHealthRow[] {
  return rows
    .filter(row => matches(row, query))
    .sort((a, b) => compareBy(query, a, b) || byTroubleAndName(a, b));
}

/** Clusters that have one fact in common. */
export interface ClusterGroup {
  /** '' for those of which the fact is not known. */
  value: string;
  rows: ClusterHealthRow[];
}

/** Parts a list by a fact: groups by name, those of which it is not known last; the order inside stays. */
export function groupClusters(
  rows: readonly ClusterHealthRow[],
  fact: GroupableClusterFact,
): ClusterGroup[] {
  const groups = new Map<string, ClusterHealthRow[]>();
  for (const row of rows) {
    const value = row.facts[fact]?.value ?? '';
    const group = groups.get(value);
    if (group) group.push(row);
    else groups.set(value, [row]);
  }
  return [...groups]
    .map(([value, members]) => ({ value, rows: members }))
    .sort(
      (a, b) =>
        Number(a.value === '') - Number(b.value === '') ||
        collator.compare(a.value, b.value),
    );
}

/** The values that a fact has in the fleet, with the number of clusters that have it. */
export function factValues(
  rows: readonly ClusterHealthRow[],
  fact: GroupableClusterFact,
): { value: string; clusters: number }[] {
  return groupClusters(rows, fact).map(group => ({
    value: group.value,
    clusters: group.rows.length,
  }));
}
