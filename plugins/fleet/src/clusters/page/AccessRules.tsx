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
import { ClusterAccess } from '@quarterdeck/backstage-plugin-fleet-common';
import { fleetTranslationRef } from '../../translation';
import styles from './AccessTab.module.css';

/** Every right of the credential in one namespace, folded away: few want to read them. */
export function AccessRules(props: { access: ClusterAccess }) {
  const { namespace, rules, nonResourceUrls, incomplete, rulesError } =
    props.access;
  const { t } = useTranslationRef(fleetTranslationRef);
  const count = rules.length + nonResourceUrls.length;
  const label = t('access.rules', { namespace });
  return (
    <details className={styles.rules}>
      <summary>
        {label}{' '}
        {rulesError === undefined && (
          <span className={styles.muted}>
            {t('access.rulesCount', { rules: String(count) })}
          </span>
        )}
      </summary>
      {(incomplete || rulesError !== undefined) && (
        <div className={styles.body}>
          <p>
            {rulesError === undefined
              ? t('access.incomplete')
              : t('access.rulesError', { message: rulesError })}
          </p>
        </div>
      )}
      {count > 0 && (
        <table className={styles.table} aria-label={label}>
          <thead>
            <tr>
              <th scope="col">{t('access.verbs')}</th>
              <th scope="col">{t('access.resources')}</th>
              <th scope="col">{t('access.groupsOfApi')}</th>
              <th scope="col">{t('access.names')}</th>
            </tr>
          </thead>
          <tbody>
            {rules.map((rule, index) => (
              // Rules have no identity, may be equal, and are never reordered.
              // eslint-disable-next-line react/no-array-index-key
              <tr key={index}>
                <td>
                  <code>{rule.verbs.join(', ')}</code>
                </td>
                <td>
                  <code>{rule.resources.join(', ')}</code>
                </td>
                <td>
                  <code>
                    {rule.apiGroups
                      .map(group => group || t('access.coreGroup'))
                      .join(', ')}
                  </code>
                </td>
                <td>
                  {rule.resourceNames.length > 0 ? (
                    <code>{rule.resourceNames.join(', ')}</code>
                  ) : (
                    t('access.allNames')
                  )}
                </td>
              </tr>
            ))}
            {nonResourceUrls.map((rule, index) => (
              // eslint-disable-next-line react/no-array-index-key
              <tr key={`url ${index}`}>
                <td>
                  <code>{rule.verbs.join(', ')}</code>
                </td>
                <td colSpan={3}>
                  <code>{rule.urls.join(', ')}</code>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </details>
  );
}
