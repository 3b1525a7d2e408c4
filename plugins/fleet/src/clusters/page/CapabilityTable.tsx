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
import { ClusterCapability } from '@quarterdeck/backstage-plugin-fleet-common';
import { StatusChip } from '@quarterdeck/backstage-plugin-fleet-react';
import { fleetTranslationRef } from '../../translation';
import styles from './AccessTab.module.css';

function Answer(props: { allowed: boolean | undefined }) {
  const { allowed } = props;
  const { t } = useTranslationRef(fleetTranslationRef);
  if (allowed === undefined) {
    return <StatusChip tone="unknown" word={t('access.unknown')} />;
  }
  return allowed ? (
    <StatusChip tone="healthy" word={t('access.yes')} />
  ) : (
    <StatusChip tone="error" word={t('access.no')} />
  );
}

interface CapabilityGroup extends Omit<ClusterCapability, 'verb'> {
  key: string;
  verbs: string[];
}

/** Rights on one resource that got the same answer stand in one row. */
function groupCapabilities(
  capabilities: readonly ClusterCapability[],
): CapabilityGroup[] {
  const groups = new Map<string, CapabilityGroup>();
  for (const { verb, ...rest } of capabilities) {
    const { title, group, resource, namespace, allowed, detail } = rest;
    const key = JSON.stringify([
      title,
      group,
      resource,
      namespace,
      allowed,
      allowed ? undefined : detail,
    ]);
    const known = groups.get(key);
    if (known) known.verbs.push(verb);
    else groups.set(key, { ...rest, key, verbs: [verb] });
  }
  return [...groups.values()];
}

function rightOf({ verbs, group, resource }: CapabilityGroup): string {
  return `${verbs.join(', ')} ${group ? `${resource}.${group}` : resource}`;
}

/** What the fleet does with a cluster, and whether the cluster allows it. */
export function CapabilityTable(props: {
  capabilities: readonly ClusterCapability[];
}) {
  const { t } = useTranslationRef(fleetTranslationRef);
  return (
    <table className={styles.table} aria-label={t('access.title')}>
      <thead>
        <tr>
          <th scope="col">{t('access.answer')}</th>
          <th scope="col">{t('access.what')}</th>
          <th scope="col">{t('access.request')}</th>
        </tr>
      </thead>
      <tbody>
        {groupCapabilities(props.capabilities).map(capability => (
          <tr key={capability.key}>
            <td title={capability.detail}>
              <Answer allowed={capability.allowed} />
            </td>
            <td>
              {capability.title}
              {capability.detail && !capability.allowed && (
                <span className={styles.detail}>{capability.detail}</span>
              )}
            </td>
            <td>
              <code>{rightOf(capability)}</code>
              {capability.namespace !== undefined && (
                <span className={styles.detail}>
                  {t('access.inNamespace', {
                    namespace: capability.namespace,
                  })}
                </span>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
