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
  formatBytes,
  SampleSettings,
} from '@quarterdeck/backstage-plugin-fleet-common';
import {
  Age,
  CardMessage,
  CardSkeleton,
  StatusChip,
} from '@quarterdeck/backstage-plugin-fleet-react';
import { ReactNode } from 'react';
import { Meter } from '../cards/Meter';
import { fleetTranslationRef } from '../translation';
import { formatLength } from '../trends/formatLength';
import { SampleSeriesTable } from './SampleSeriesTable';
import styles from './SamplesSettings.module.css';
import { useSampleSettings } from './useSampleSettings';

/** How figures are sampled for charts over time, within which budget, and what they take. */
export function SamplesSettings() {
  const { t } = useTranslationRef(fleetTranslationRef);
  const { settings, error, loading, retry } = useSampleSettings();
  if (loading) return <CardSkeleton />;
  if (!settings) {
    return (
      <CardMessage
        tone="error"
        title={t('samples.loadFailed')}
        text={error?.message}
        onRetry={retry}
      />
    );
  }
  return <Settings settings={settings} />;
}

function Settings({ settings }: { settings: SampleSettings }) {
  const { t } = useTranslationRef(fleetTranslationRef);
  const { budget, use, sampler } = settings;
  const leftOut = settings.series.filter(series => series.leftOut).length;
  const samplerText = () => {
    if (!sampler) return t('samples.samplerNone');
    return t(
      sampler.here ? 'samples.samplerHere' : 'samples.samplerElsewhere',
      {
        instance: sampler.instance.slice(0, 8),
      },
    );
  };
  return (
    <section className={styles.settings} aria-label={t('samples.title')}>
      <p className={styles.intro}>
        {settings.enabled ? t('samples.intro') : t('samples.off')}
      </p>
      {leftOut > 0 && (
        <div role="alert" className={styles.notice}>
          <StatusChip
            tone="warning"
            word={t('samples.overBudget', { count: leftOut })}
          />
          <p>{t('samples.overBudgetText')}</p>
        </div>
      )}
      <dl className={styles.facts}>
        <Fact name={t('samples.interval')}>
          {t('samples.every', { interval: formatLength(settings.interval) })}
        </Fact>
        <Fact name={t('samples.retention')}>
          {t('samples.retentionText', {
            raw: formatLength(settings.rawRetention),
            step: formatLength(settings.downsampledStep),
            downsampled: formatLength(settings.downsampledRetention),
          })}
        </Fact>
        <Fact name={t('samples.sampler')}>{samplerText()}</Fact>
        <Fact name={t('samples.last')}>
          {settings.lastSample === undefined ? (
            t('samples.lastNone')
          ) : (
            <Age since={settings.lastSample} />
          )}
        </Fact>
        <Fact name={t('samples.seriesUse')}>
          <Use
            used={use.seriesPerCluster}
            most={budget.maxSeriesPerCluster}
            format={String}
          />
        </Fact>
        <Fact name={t('samples.bytesUse')}>
          <Use
            used={use.plannedBytesPerDay}
            most={budget.maxBytesPerDay}
            format={formatBytes}
          />
        </Fact>
        <Fact name={t('samples.measured')}>
          {formatBytes(use.measuredBytesPerDay)}
        </Fact>
        <Fact name={t('samples.stored')}>{formatBytes(use.storedBytes)}</Fact>
      </dl>
      <SampleSeriesTable series={settings.series} />
    </section>
  );
}

function Fact(props: { name: string; children: ReactNode }) {
  return (
    <div className={styles.fact}>
      <dt>{props.name}</dt>
      <dd>{props.children}</dd>
    </div>
  );
}

function Use(props: {
  used: number;
  most: number;
  format: (amount: number) => string;
}) {
  const { used, most, format } = props;
  const { t } = useTranslationRef(fleetTranslationRef);
  const text = t('samples.of', { used: format(used), most: format(most) });
  return (
    <span className={styles.use}>
      {text}
      <Meter label={text} share={used / most} />
    </span>
  );
}
