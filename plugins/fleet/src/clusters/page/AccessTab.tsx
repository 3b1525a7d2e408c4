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

import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import { ClusterAccess } from '@quarterdeck/backstage-plugin-fleet-common';
import {
  Age,
  CardMessage,
  CardSkeleton,
  fleetApiRef,
  queryClientOf,
} from '@quarterdeck/backstage-plugin-fleet-react';
import { useQuery } from '@tanstack/react-query';
import { RbacManifest } from '../../connect/RbacManifest';
import { messageOf, statusOf } from '../../connect/requestErrors';
import { useClusterSettings } from '../../connect/useClusterSettings';
import { fleetTranslationRef } from '../../translation';
import { AccessRules } from './AccessRules';
import styles from './AccessTab.module.css';
import { CapabilityTable } from './CapabilityTable';

const FRESH_MS = 60_000;

/** What the credential of the portal may do in a cluster, as the cluster itself says. */
export function AccessTab(props: { cluster: string }) {
  const { cluster } = props;
  const { t } = useTranslationRef(fleetTranslationRef);
  const settings = useClusterSettings();
  const queryClient = queryClientOf(useApi(fleetApiRef));
  const { data, error, isPending, isFetching, refetch } = useQuery(
    {
      queryKey: ['cluster-access', cluster],
      queryFn: ({ signal }) => settings.access(cluster, signal),
      staleTime: FRESH_MS,
      retry: false,
    },
    queryClient,
  );
  return (
    <div className={styles.tab}>
      <section className={styles.panel} aria-label={t('access.title')}>
        <header className={styles.head}>
          <h2>{t('access.title')}</h2>
          {data && (
            <span className={styles.muted}>
              {t('access.checked')} <Age since={data.checkedAt} />
            </span>
          )}
          <Button
            size="small"
            variant="tertiary"
            className={styles.end}
            isPending={isFetching}
            onPress={() => refetch()}
          >
            {t('access.again')}
          </Button>
        </header>
        {isPending && <CardSkeleton />}
        {error && !data && (
          <CardMessage
            tone={statusOf(error) === 403 ? 'unknown' : 'error'}
            title={t(
              statusOf(error) === 403 ? 'access.denied' : 'access.failed',
            )}
            text={statusOf(error) === 403 ? undefined : t('access.failedText')}
            details={messageOf(error)}
            onRetry={() => refetch()}
          />
        )}
        {data && <Access access={data} />}
      </section>
      <section className={styles.panel} aria-label={t('access.manifest')}>
        <header className={styles.head}>
          <h2>{t('access.manifest')}</h2>
        </header>
        <div className={styles.body}>
          <p className={styles.muted}>{t('access.manifestText')}</p>
          <RbacManifest fileName={`quarterdeck-rbac-${cluster}.yaml`} />
        </div>
      </section>
    </div>
  );
}

function Access(props: { access: ClusterAccess }) {
  const { access } = props;
  const { identity, excessive } = access;
  const { t } = useTranslationRef(fleetTranslationRef);
  return (
    <>
      <div className={styles.body}>
        <p>
          {identity
            ? t('access.identity', { username: identity.username })
            : t('access.noIdentity')}
        </p>
        {identity && identity.groups.length > 0 && (
          <p className={styles.muted}>
            {t('access.groups')}: {identity.groups.join(', ')}
          </p>
        )}
      </div>
      {excessive.length > 0 && (
        <div className={styles.excessive}>
          <p className={styles.strong}>
            <span aria-hidden>▲</span> {t('access.excessiveTitle')}
          </p>
          <p>{t('access.excessiveText')}</p>
          <ul>
            {excessive.map(right => (
              <li key={right}>{right}</li>
            ))}
          </ul>
        </div>
      )}
      <CapabilityTable capabilities={access.capabilities} />
      <AccessRules access={access} />
    </>
  );
}
