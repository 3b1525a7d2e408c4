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
  MAX_WINDOW_ROWS,
  resourceQuotasView,
  ViewScope,
} from '@quarterdeck/backstage-plugin-fleet-common';
import {
  ObjectLink,
  useView,
  ViewContent,
} from '@quarterdeck/backstage-plugin-fleet-react';
import { fleetTranslationRef } from '../../translation';
import styles from './pages.module.css';
import { QuotaBar } from './QuotaBar';

/** The quotas of a namespace with what is used of each limit. */
export function QuotasTab(props: { scope: ViewScope }) {
  const { scope } = props;
  const { t } = useTranslationRef(fleetTranslationRef);
  const view = useView(
    resourceQuotasView,
    {},
    { scope, window: { limit: MAX_WINDOW_ROWS } },
  );
  return (
    <div className={styles.surface}>
      <ViewContent
        view={view}
        empty={{
          title: t('namespace.quotasNone'),
          text: t('namespace.quotasNoneText'),
        }}
      >
        {({ rows }) => (
          <div className={styles.quotas}>
            {rows.map(({ uid, cluster, namespace, name, items }) => (
              <section key={uid} aria-label={name}>
                <h2 className={styles.panelTitle}>
                  <ObjectLink
                    address={{
                      cluster,
                      resource: 'resourcequotas',
                      namespace,
                      name,
                    }}
                  />
                </h2>
                {items.map(item => (
                  <QuotaBar key={item.resource} {...item} />
                ))}
              </section>
            ))}
          </div>
        )}
      </ViewContent>
    </div>
  );
}
