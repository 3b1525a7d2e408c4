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
  CardMessage,
  CardSkeleton,
  useFleetPath,
  useWhoami,
} from '@quarterdeck/backstage-plugin-fleet-react';
import { Route, Routes } from 'react-router-dom';
import { NotFoundPage } from '../page/NotFoundPage';
import { PageHeader } from '../page/PageHeader';
import { PageTabs } from '../page/PageTabs';
import { fleetTranslationRef } from '../translation';
import styles from './connect.module.css';
import { ConfigurationWays } from './ConfigurationWays';
import { RbacManifest } from './RbacManifest';
import { StoredClusterPage } from './StoredClusterPage';
import { StoredClusters } from './StoredClusters';

/** Ways to connect clusters, for those who run the portal. */
export function ConnectPage() {
  const { t } = useTranslationRef(fleetTranslationRef);
  const { whoami, loading, error } = useWhoami();
  if (whoami?.admin) return <Connect />;
  return (
    <>
      <ConnectHeader />
      {loading ? (
        <CardSkeleton />
      ) : (
        <CardMessage
          tone="unknown"
          title={t('connect.deniedTitle')}
          text={t('connect.deniedText')}
          details={error && `${error.name}: ${error.message}`}
        />
      )}
    </>
  );
}

function ConnectHeader() {
  const { t } = useTranslationRef(fleetTranslationRef);
  return (
    <PageHeader
      path="connect"
      title={t('connect.title')}
      crumbs={[{ label: t('clusters.title'), path: 'clusters' }]}
    />
  );
}

function Connect() {
  const { t } = useTranslationRef(fleetTranslationRef);
  const fleetPath = useFleetPath();
  return (
    <Routes>
      <Route path="stored/:name" element={<StoredClusterPage />} />
      <Route
        path="*"
        element={
          <>
            <ConnectHeader />
            <PageTabs
              label={t('connect.ways')}
              tabs={[
                {
                  id: 'configuration',
                  label: t('connect.configuration'),
                  href: fleetPath('connect'),
                },
                {
                  id: 'stored',
                  label: t('connect.stored'),
                  href: fleetPath('connect/stored'),
                },
                {
                  id: 'role',
                  label: t('access.manifest'),
                  href: fleetPath('connect/role'),
                },
              ]}
            />
            <Routes>
              <Route index element={<ConfigurationWays />} />
              <Route path="stored" element={<StoredClusters />} />
              <Route
                path="role"
                element={
                  <div className={styles.prose}>
                    <p>{t('manifest.intro')}</p>
                    <RbacManifest fileName="quarterdeck-rbac.yaml" />
                  </div>
                }
              />
              <Route path="*" element={<NotFoundPage />} />
            </Routes>
          </>
        }
      />
    </Routes>
  );
}
