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
  SampleRefusal,
  SampleSettings,
  SampleUnit,
} from '@quarterdeck/backstage-plugin-fleet-common';
import { StatusChip } from '@quarterdeck/backstage-plugin-fleet-react';
import { fleetTranslationRef } from '../translation';
import { seriesName } from '../trends/seriesNames';
import styles from './SamplesSettings.module.css';

const UNITS = {
  count: 'samples.unitCount',
  cores: 'samples.unitCores',
  bytes: 'samples.unitBytes',
  ratio: 'samples.unitRatio',
} as const satisfies Record<SampleUnit, string>;

const REFUSALS = {
  series: 'samples.leftOutSeries',
  bytes: 'samples.leftOutBytes',
} as const satisfies Record<SampleRefusal, string>;

/** The series that are declared, and whether they are sampled. */
export function SampleSeriesTable(props: { series: SampleSettings['series'] }) {
  const { t } = useTranslationRef(fleetTranslationRef);
  return (
    <div className={styles.scroll}>
      <table className={styles.table} aria-label={t('samples.seriesTable')}>
        <thead>
          <tr>
            <th scope="col">{t('samples.seriesTable')}</th>
            <th scope="col">{t('samples.id')}</th>
            <th scope="col">{t('samples.unit')}</th>
            <th scope="col">{t('samples.state')}</th>
          </tr>
        </thead>
        <tbody>
          {props.series.map(({ id, title, unit, leftOut }) => (
            <tr key={id}>
              <th scope="row">{seriesName(t, id, title)}</th>
              <td>
                <code>{id}</code>
              </td>
              <td>{t(UNITS[unit])}</td>
              <td>
                <StatusChip
                  tone={leftOut ? 'warning' : 'healthy'}
                  word={leftOut ? t(REFUSALS[leftOut]) : t('samples.sampled')}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
