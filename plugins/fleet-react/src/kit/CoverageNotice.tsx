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
import { Coverage } from '@quarterdeck/backstage-plugin-fleet-common';
import { statusShapes } from '../theme/statusTone';
import { fleetReactTranslationRef } from '../translation';
import { clustersWithout, coverageGaps } from './coverageGaps';
import styles from './CoverageNotice.module.css';
import { GapList } from './GapList';
import { Hint } from './Hint';

const SHOWN_GAPS = 1;

/**
 * Properties of {@link CoverageNotice}.
 *
 * @public
 */
export interface CoverageNoticeProps {
  coverage: Coverage;
  /** Milliseconds that the browser's clock is ahead of the backend's. */
  clockOffset?: number;
}

/** Whether there is anything to say about the coverage of an answer. @public */
export function hasCoverageNotice(coverage: Coverage | undefined): boolean {
  return (
    coverage !== undefined &&
    (coverage.failed.length > 0 || coverage.limited !== undefined)
  );
}

/**
 * Says which clusters are missing and why, how old their data is, and whether the viewer sees all. Nothing when all is there.
 *
 * @public
 */
export function CoverageNotice(props: CoverageNoticeProps) {
  const { coverage, clockOffset = 0 } = props;
  const { t } = useTranslationRef(fleetReactTranslationRef);
  if (!hasCoverageNotice(coverage)) return undefined;
  const gaps = coverageGaps(coverage);
  const without = clustersWithout(coverage);
  const { limited } = coverage;
  const counts = limited && {
    visible: String(limited.visibleNamespaces),
    all: String(limited.namespaces),
  };
  return (
    <div className={styles.notice}>
      {gaps.slice(0, SHOWN_GAPS).map(gap => (
        <span
          key={`${gap.cluster} ${gap.reason} ${gap.resources}`}
          className={styles.gap}
          title={gap.message}
        >
          <span aria-hidden className={styles.shape}>
            {statusShapes.warning}
          </span>
          <GapList gaps={[gap]} clockOffset={clockOffset} />
        </span>
      ))}
      {gaps.length > SHOWN_GAPS && (
        <Hint
          label={t('coverage.more', {
            others: String(gaps.length - SHOWN_GAPS),
          })}
          text={
            <GapList gaps={gaps.slice(SHOWN_GAPS)} clockOffset={clockOffset} />
          }
        >
          {t('coverage.more', { others: String(gaps.length - SHOWN_GAPS) })}
        </Hint>
      )}
      {without.length > 0 && (
        <Hint label={without.join('\n')}>
          {t('coverage.notInstalled', { clusters: String(without.length) })}
        </Hint>
      )}
      {counts && (
        <Hint label={t('coverage.limitedHint', counts)}>
          {t('coverage.limited', counts)}
        </Hint>
      )}
    </div>
  );
}
