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
import { useState } from 'react';
import { fleetTranslationRef } from '../../translation';
import styles from './pages.module.css';

const SHOWN_LABELS = 12;

/** Labels of an object. */
export function Labels(props: {
  labels: Readonly<Record<string, string>> | undefined;
}) {
  const { labels } = props;
  const { t } = useTranslationRef(fleetTranslationRef);
  const [all, setAll] = useState(false);
  const entries = Object.entries(labels ?? {});
  if (labels === undefined) return <>–</>;
  if (entries.length === 0) {
    return <span className={styles.muted}>{t('object.none')}</span>;
  }
  const shown = all ? entries : entries.slice(0, SHOWN_LABELS);
  return (
    <ul className={styles.labels}>
      {shown.map(([key, value]) => (
        <li key={key} className={styles.label} title={`${key}=${value}`}>
          <span className={styles.muted}>{key}</span>
          {value && `=${value}`}
        </li>
      ))}
      {shown.length < entries.length && (
        <li>
          <button
            type="button"
            className={styles.more}
            onClick={() => setAll(true)}
          >
            {t('object.moreLabels', {
              amount: String(entries.length - shown.length),
            })}
          </button>
        </li>
      )}
    </ul>
  );
}
