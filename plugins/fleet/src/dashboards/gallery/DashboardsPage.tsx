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
import {
  CardMessage,
  CardSkeleton,
  fleetDashboardTemplatesApiRef,
  useFleetPath,
} from '@quarterdeck/backstage-plugin-fleet-react';
import { RiAddLine, RiUpload2Line } from '@remixicon/react';
import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { PageHeader } from '../../page/PageHeader';
import { fleetTranslationRef } from '../../translation';
import { useDashboardChanges, useDashboardList } from '../dashboardQueries';
import { DashboardForm } from '../dialogs/DashboardForm';
import { ImportDashboard } from '../dialogs/ImportDashboard';
import { DashboardTile } from './DashboardTile';
import { TemplateTile } from './TemplateTile';
import styles from './DashboardsPage.module.css';

/** All dashboards that the person sees, and the templates to start from. */
export function DashboardsPage() {
  const { t } = useTranslationRef(fleetTranslationRef);
  const { dashboards, error, loading, retry } = useDashboardList();
  const templates = useApi(fleetDashboardTemplatesApiRef).list();
  const changes = useDashboardChanges();
  const navigate = useNavigate();
  const path = useFleetPath();
  const [asking, setAsking] = useState<'new' | 'import'>();
  const mine = dashboards?.filter(it => it.mayEdit) ?? [];
  const others = dashboards?.filter(it => !it.mayEdit) ?? [];
  const open = ({ slug }: { slug: string }) =>
    navigate(path(`dashboards/${slug}`));

  return (
    <>
      <PageHeader
        path="dashboards"
        title={t('dashboards.title')}
        actions={
          <>
            <Button
              size="small"
              variant="tertiary"
              iconStart={<RiUpload2Line />}
              onPress={() => setAsking('import')}
            >
              {t('dashboards.import')}
            </Button>
            <Button
              size="small"
              iconStart={<RiAddLine />}
              onPress={() => setAsking('new')}
            >
              {t('dashboards.new')}
            </Button>
          </>
        }
      />
      {loading && <CardSkeleton />}
      {error && (
        <CardMessage
          tone="error"
          title={t('dashboards.failed')}
          details={`${error.name}: ${error.message}`}
          onRetry={retry}
        />
      )}
      {dashboards && (
        <section aria-labelledby="dashboards-mine">
          <h2 id="dashboards-mine" className={styles.heading}>
            {t('dashboards.mine')}
          </h2>
          {mine.length === 0 ? (
            <p className={styles.none}>
              {t('dashboards.none')}. {t('dashboards.noneText')}
            </p>
          ) : (
            <ul className={styles.tiles}>
              {mine.map(dashboard => (
                <DashboardTile key={dashboard.id} dashboard={dashboard} />
              ))}
            </ul>
          )}
        </section>
      )}
      {others.length > 0 && (
        <section aria-labelledby="dashboards-others">
          <h2 id="dashboards-others" className={styles.heading}>
            {t('dashboards.others')}
          </h2>
          <ul className={styles.tiles}>
            {others.map(dashboard => (
              <DashboardTile key={dashboard.id} dashboard={dashboard} />
            ))}
          </ul>
        </section>
      )}
      <section aria-labelledby="dashboards-templates">
        <h2 id="dashboards-templates" className={styles.heading}>
          {t('dashboards.templates')}
        </h2>
        <ul className={styles.tiles}>
          {templates.map(template => (
            <TemplateTile key={template.id} template={template} />
          ))}
        </ul>
      </section>
      {asking === 'new' && (
        <DashboardForm
          heading={t('dashboards.newTitle')}
          confirm={t('dashboard.create')}
          initial={{ title: '', description: '', visibility: 'owner' }}
          withAddress={false}
          onSubmit={async ({ title, description, owner, visibility }) =>
            open(
              await changes.create({
                title,
                description: description || undefined,
                owner,
                visibility,
                content: { cards: [], stats: [] },
              }),
            )
          }
          onClose={() => setAsking(undefined)}
        />
      )}
      {asking === 'import' && (
        <ImportDashboard
          onImported={open}
          onClose={() => setAsking(undefined)}
        />
      )}
    </>
  );
}
