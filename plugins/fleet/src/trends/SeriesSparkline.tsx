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

import { trendView } from '@quarterdeck/backstage-plugin-fleet-common';
import {
  useFleetFilters,
  useView,
} from '@quarterdeck/backstage-plugin-fleet-react';
import { Sparkline } from '../charts/Sparkline';

/** How a series has been, beside the figure of now; nothing while that is not known. */
export function SeriesSparkline(props: { series: string }) {
  const { range = '1h' } = useFleetFilters();
  const { rows } = useView(trendView, { series: [props.series], range });
  return rows.length > 0 ? <Sparkline values={rows[0].values} /> : null;
}
