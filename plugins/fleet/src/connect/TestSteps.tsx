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
import { ConnectionTest } from '@quarterdeck/backstage-plugin-fleet-common';
import {
  ClusterLink,
  StatusChip,
  StatusTone,
} from '@quarterdeck/backstage-plugin-fleet-react';
import { fleetTranslationRef } from '../translation';
import styles from './connect.module.css';

type Outcome = ConnectionTest['steps'][number]['outcome'];

const tones: Record<Outcome, StatusTone> = {
  passed: 'healthy',
  failed: 'error',
  'not-run': 'unknown',
};

/** What a test of a connection found, step by step. */
export function TestSteps(props: {
  result: ConnectionTest;
  /** Of the cluster that is changed: that it is the same as itself is no news. */
  name?: string;
}) {
  const { steps, passed, version, username, sameAs } = props.result;
  const { t } = useTranslationRef(fleetTranslationRef);
  return (
    <section aria-label={t('test.title')}>
      <h2 className={styles.verdict}>
        <StatusChip
          tone={passed ? 'healthy' : 'error'}
          word={t(passed ? 'test.passed' : 'test.failed')}
        />
      </h2>
      <ol className={styles.steps}>
        {steps.map(step => (
          <li key={step.id}>
            <span className={styles.step}>
              <strong>{t(`test.${step.id}`)}</strong>
              <StatusChip
                tone={tones[step.outcome]}
                word={t(`test.outcome.${step.outcome}`)}
              />
            </span>
            {step.message && <p>{step.message}</p>}
            {step.advice && <p className={styles.muted}>{step.advice}</p>}
          </li>
        ))}
      </ol>
      {(version || username) && (
        <p className={styles.muted}>
          {[
            version && t('test.isVersion', { version }),
            username && t('test.isUser', { username }),
          ]
            .filter(Boolean)
            .join(' ')}
        </p>
      )}
      {sameAs !== undefined && sameAs !== props.name && (
        <p>
          {t('test.sameAs')} <ClusterLink name={sameAs} brief />
        </p>
      )}
    </section>
  );
}
