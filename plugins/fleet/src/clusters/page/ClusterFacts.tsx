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
  ClusterHealthRow,
  groupableClusterFacts,
} from '@quarterdeck/backstage-plugin-fleet-common';
import { Hint, useFactWord } from '@quarterdeck/backstage-plugin-fleet-react';
import { ReactNode } from 'react';
import { fleetTranslationRef } from '../../translation';
import styles from './ClusterHeader.module.css';

function Fact(props: { term: string; children: ReactNode; title?: string }) {
  return (
    <div className={styles.fact}>
      <dt>{props.term}</dt>
      <dd title={props.title}>{props.children}</dd>
    </div>
  );
}

/** What is known of a cluster, each conclusion with what it rests on. What is not known is not there. */
export function ClusterFacts(props: { row: ClusterHealthRow }) {
  const { row } = props;
  const { t } = useTranslationRef(fleetTranslationRef);
  const factWord = useFactWord();
  const labels = Object.entries(row.labels).map(([key, value]) =>
    value ? `${key}=${value}` : key,
  );
  return (
    <dl className={styles.facts}>
      {groupableClusterFacts.map(fact => {
        const known = row.facts[fact];
        return (
          known && (
            <Fact key={fact} term={t(`fact.${fact}`)}>
              <Hint
                label={`${factWord(fact, known.value)}. ${known.evidence}`}
                text={known.evidence}
                className={styles.evidence}
              >
                {factWord(fact, known.value)}
              </Hint>
            </Fact>
          )
        );
      })}
      {row.version && <Fact term={t('column.version')}>{row.version}</Fact>}
      {row.server && (
        <Fact term={t('cluster.server')} title={row.server}>
          {row.server}
        </Fact>
      )}
      <Fact term={t('cluster.source')}>{t(`clusterSource.${row.source}`)}</Fact>
      <Fact term={t('cluster.auth')}>{t(`clusterAuth.${row.auth}`)}</Fact>
      {row.namespacesOnly && (
        <Fact
          term={t('cluster.namespacesOnly')}
          title={row.namespacesOnly.join('\n')}
        >
          {row.namespacesOnly.join(', ')}
        </Fact>
      )}
      {row.aliases.length > 0 && (
        <Fact term={t('cluster.aliases')} title={row.aliases.join('\n')}>
          {row.aliases.join(', ')}
        </Fact>
      )}
      {labels.length > 0 && (
        <Fact term={t('cluster.labels')}>
          <span className={styles.labels}>
            {labels.map(label => (
              <span key={label} className={styles.label} title={label}>
                {label}
              </span>
            ))}
          </span>
        </Fact>
      )}
    </dl>
  );
}
