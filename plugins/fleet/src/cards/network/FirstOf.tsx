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
import { fleetTranslationRef } from '../../translation';
import styles from './network.module.css';

/** The first of several texts, how many more there are, and all of them when pointed at. */
export function FirstOf(props: { texts: readonly string[] }) {
  const { texts } = props;
  const { t } = useTranslationRef(fleetTranslationRef);
  if (texts.length === 0) return <>–</>;
  return (
    <span className={styles.list} title={texts.join('\n')}>
      {texts[0]}
      {texts.length > 1 && (
        <span className={styles.muted}>
          {' '}
          {t('services.more', { more: String(texts.length - 1) })}
        </span>
      )}
    </span>
  );
}
