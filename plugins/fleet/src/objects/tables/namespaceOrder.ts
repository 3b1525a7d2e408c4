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

import { NamespaceOverviewRow } from '@quarterdeck/backstage-plugin-fleet-common';

type Row = NamespaceOverviewRow;

const numbers: Record<string, (row: Row) => number | undefined> = {
  pods: row => row.pods,
  problems: row =>
    row.podErrors === undefined
      ? undefined
      : row.podErrors * 1e6 + (row.podWarnings ?? 0),
  workloads: row => row.workloads,
  cpu: row => row.cpuRequest,
  memory: row => row.memoryRequest,
  quota: row => row.quota && row.quota.used / row.quota.hard,
  // The youngest first, as of the other views.
  age: row => -row.created,
};

const texts: Record<string, (row: Row) => string | undefined> = {
  name: row => row.namespace,
  cluster: row => row.cluster,
  owner: row => row.owner,
  phase: row => row.phase,
};

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** The order of a column; undefined for the view's own. What is not known comes last, either way round. */
export function namespaceOrder(
  sort: { by: string; descending: boolean } | undefined,
): ((a: Row, b: Row) => number) | undefined {
  if (!sort) return undefined;
  const sign = sort.descending ? -1 : 1;
  const read: ((row: Row) => number | string | undefined) | undefined =
    (Object.hasOwn(numbers, sort.by) && numbers[sort.by]) ||
    (Object.hasOwn(texts, sort.by) && texts[sort.by]) ||
    undefined;
  if (!read) return undefined;
  return (a, b) => {
    const x = read(a);
    const y = read(b);
    if (x === undefined || y === undefined) {
      return Number(x === undefined) - Number(y === undefined);
    }
    const order =
      typeof x === 'number' && typeof y === 'number'
        ? x - y
        : compareText(String(x), String(y));
    return sign * order || compareText(a.namespace, b.namespace);
  };
}

/** Whether a namespace has anything that wants a look. */
export function isTroubled(row: Row): boolean {
  return Boolean(
    row.podErrors ||
    row.podWarnings ||
    row.workloadsTroubled ||
    row.phase === 'Terminating',
  );
}

/** Whether one of a namespace's texts contains what is searched. */
export function matchesSearch(row: Row, search: string): boolean {
  const wanted = search.toLowerCase();
  return [row.namespace, row.cluster, row.owner ?? '', row.phase].some(text =>
    text.toLowerCase().includes(wanted),
  );
}
