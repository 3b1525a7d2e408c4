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
  ApiServerReadinessRow,
  apiServerReadinessView,
  ReadinessCheckRow,
  readinessChecksResource,
} from '@acme/backstage-plugin-certificates-common';
import { computedView } from '@quarterdeck/backstage-plugin-fleet-node';

// An API server of Kubernetes 1.36 has 36 checks; aggregated servers and hooks add some.
const MAX_CHECKS = 500;

function readinessRow(
  checks: readonly ReadinessCheckRow[],
  cluster: string,
): ApiServerReadinessRow {
  const failing = checks.filter(({ passed }) => !passed);
  return {
    cluster,
    ready: failing.length === 0,
    passing: checks.filter(({ passed }) => passed).map(({ name }) => name),
    failing: failing.map(({ name, detail = '' }) => ({ name, detail })),
  };
}

/** The checks of each API server in one row. */
export const apiServerReadiness = computedView(apiServerReadinessView, {
  visibility: 'rows',
  reads: { checks: readinessChecksResource },
  maxRows: MAX_CHECKS,
  compute: ({ checks }, _, cluster) =>
    checks.length === 0 ? [] : [readinessRow(checks, cluster)],
  compare: (a, b) =>
    Number(a.ready) - Number(b.ready) || (a.cluster < b.cluster ? -1 : 1),
  summarise: rows => {
    const ready = rows.filter(row => row.ready).length;
    return { ready, notReady: rows.length - ready };
  },
});
