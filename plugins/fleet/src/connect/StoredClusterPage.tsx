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
} from '@quarterdeck/backstage-plugin-fleet-react';
import { useParams } from 'react-router-dom';
import { PageHeader } from '../page/PageHeader';
import { fleetTranslationRef } from '../translation';
import { messageOf } from './requestErrors';
import { StoredClusterForm } from './StoredClusterForm';
import { useStoredClusters } from './useStoredClusters';

const NEW = 'new';

/** The page on which a cluster is added, or one that was added is changed. */
export function StoredClusterPage() {
  const { name = NEW } = useParams();
  const { t } = useTranslationRef(fleetTranslationRef);
  const { stored, error, loading, retry, changed } = useStoredClusters();
  const adding = name === NEW;
  const cluster = stored?.find(it => it.name === name);
  return (
    <>
      <PageHeader
        path={`connect/stored/${name}`}
        title={adding ? t('stored.add') : t('stored.editOne', { name })}
        crumbs={[
          { label: t('clusters.title'), path: 'clusters' },
          { label: t('connect.title'), path: 'connect' },
          { label: t('connect.stored'), path: 'connect/stored' },
        ]}
      />
      {(adding || cluster) && (
        // Another cluster is another form.
        <StoredClusterForm key={name} stored={cluster} onSaved={changed} />
      )}
      {!adding && loading && <CardSkeleton />}
      {!adding && error && !stored && (
        <CardMessage
          tone="error"
          title={t('stored.failed')}
          text={messageOf(error)}
          onRetry={retry}
        />
      )}
      {!adding && stored && !cluster && (
        <CardMessage
          title={t('stored.missing', { name })}
          text={t('stored.missingText')}
        />
      )}
    </>
  );
}
