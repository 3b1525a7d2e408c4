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
  DashboardStat,
  formatCount,
} from '@quarterdeck/backstage-plugin-fleet-common';
import {
  FleetStat,
  StatBlock,
  useCardText,
  useFleetFilters,
  useFleetPath,
  useFleetScope,
  useView,
} from '@quarterdeck/backstage-plugin-fleet-react';
import { SeriesSparkline } from '../trends/SeriesSparkline';
import { listPath } from './listPath';

// Whatever the view holds, only its summary is wanted.
const NO_ROWS = { limit: 0 };

/** A figure of the stats bar as the dashboard draws it. */
export function StatFigure(props: {
  stat: FleetStat;
  display: DashboardStat['display'];
}) {
  const { stat, display } = props;
  const path = useFleetPath();
  const title = useCardText(stat.title) ?? '';
  const explanation = useCardText(stat.explanation);
  const { useReading, format = formatCount } = stat;
  const collection = stat.view.sorts.length > 0;
  const view = useView(stat.view, stat.params, {
    window: collection ? NO_ROWS : undefined,
  });
  const { value, of, tone, detail } = useReading(view);
  const scope = useFleetScope();
  const filters = useFleetFilters();
  const list =
    stat.path === undefined
      ? undefined
      : listPath(stat.path, stat.view, scope, filters);
  return (
    <StatBlock
      label={title}
      value={value}
      text={format(value)}
      of={of}
      ofText={of === undefined ? undefined : format(of)}
      display={display}
      trend={
        display === 'sparkline' &&
        stat.series && <SeriesSparkline series={stat.series} />
      }
      explanation={explanation}
      detail={detail}
      tone={tone}
      href={list === undefined ? undefined : path(list)}
    />
  );
}
