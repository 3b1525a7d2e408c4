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

import { Coverage } from '@quarterdeck/backstage-plugin-fleet-common';
import { ViewState } from '../../client/ViewState';

export interface Ship {
  id: string;
  knots: number;
}

export const fullCoverage: Coverage = {
  asked: 2,
  answered: 2,
  failed: [],
  asOf: 1_000,
  demo: false,
};

/** A view of two ships as it is when all is well, but for what a test says. */
export function shipView(
  differences: Partial<ViewState<Ship, object>> = {},
): ViewState<Ship, object> {
  const rows = differences.rows ?? [
    { id: 'ark', knots: 3 },
    { id: 'beagle', knots: 9 },
  ];
  return {
    status: 'ready',
    rows,
    total: rows.length,
    summary: {},
    coverage: fullCoverage,
    asOf: Date.now(),
    transport: 'stream',
    refreshing: false,
    refresh: () => {},
    ...differences,
  };
}
