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
import { fleetTranslationRef } from '../translation';
import { CodeBlock } from './CodeBlock';
import {
  configurationExamples,
  kubeconfigCommands,
} from './configurationExamples';
import styles from './connect.module.css';

const ways = ['kubeconfig', 'inCluster', 'kubernetes'] as const;

/** How clusters are named in the portal's configuration. */
export function ConfigurationWays() {
  const { t } = useTranslationRef(fleetTranslationRef);
  return (
    <div className={styles.prose}>
      {ways.map(way => (
        <section key={way}>
          <h2>{t(`connect.${way}Title`)}</h2>
          <p>{t(`connect.${way}Text`)}</p>
          <CodeBlock
            label="app-config.yaml"
            text={configurationExamples[way]}
          />
          {way === 'kubeconfig' && (
            <>
              <p>{t('connect.kubeconfigCommands')}</p>
              <CodeBlock
                label={t('connect.commands')}
                text={kubeconfigCommands}
              />
            </>
          )}
        </section>
      ))}
    </div>
  );
}
