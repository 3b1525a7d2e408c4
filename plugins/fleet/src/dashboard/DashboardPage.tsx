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
import {
  CardMessage,
  CardSkeleton,
  fleetDashboardTemplatesApiRef,
} from '@quarterdeck/backstage-plugin-fleet-react';
import { useParams } from 'react-router-dom';
import { statusOf } from '../connect/requestErrors';
import { useDashboard } from '../dashboards/dashboardQueries';
import { OPERATIONS } from '../dashboards/templates/coreTemplates';
import { NotFoundPage } from '../page/NotFoundPage';
import { PageHeader } from '../page/PageHeader';
import { fleetTranslationRef } from '../translation';
import { CardAlone } from './CardAlone';
import { DashboardEditor } from './DashboardEditor';
import { DashboardReader } from './DashboardReader';
import { TemplateDashboard } from './TemplateDashboard';
import { useDefaultDashboard } from './useDefaultDashboard';

/** What is shown first: the dashboard that the person has chosen, else the portal's own. */
export function DashboardPage() {
  const { t } = useTranslationRef(fleetTranslationRef);
  const chosen = useDefaultDashboard();
  const { dashboard, error } = useDashboard(chosen);
  const templates = useApi(fleetDashboardTemplatesApiRef).list();
  const template =
    templates.find(({ slug }) => slug === OPERATIONS) ?? templates[0];
  if (chosen && dashboard) return <Shown dashboard={dashboard} path="" />;
  if (chosen && !error) return <CardSkeleton />;
  return template ? (
    <TemplateDashboard template={template} path="" title={t('page.title')} />
  ) : (
    <CardMessage title={t('none.noCards')} text={t('none.noCardsText')} />
  );
}

/** The dashboard of the address. */
export function SavedDashboardPage() {
  const { slug = '', card } = useParams();
  const { t } = useTranslationRef(fleetTranslationRef);
  const { dashboard, error, retry } = useDashboard(slug);
  const path = `dashboards/${slug}`;
  if (dashboard && card) return <CardAlone dashboard={dashboard} card={card} />;
  if (dashboard) return <Shown dashboard={dashboard} path={path} />;
  if (!error) return <CardSkeleton />;
  const gone = statusOf(error) === 404;
  return (
    <>
      <PageHeader path={path} title={t('page.dashboard')} />
      <CardMessage
        tone={gone ? 'unknown' : 'error'}
        title={t(gone ? 'dashboard.notFound' : 'dashboard.failed')}
        text={gone ? t('dashboard.notFoundText') : undefined}
        details={gone ? undefined : `${error.name}: ${error.message}`}
        onRetry={gone ? undefined : retry}
      />
    </>
  );
}

/** The template of the address. */
export function TemplatePage() {
  const { slug } = useParams();
  const template = useApi(fleetDashboardTemplatesApiRef)
    .list()
    .find(it => it.slug === slug);
  return template ? (
    <TemplateDashboard
      key={template.id}
      template={template}
      path={`templates/${slug}`}
    />
  ) : (
    <NotFoundPage />
  );
}

function Shown(props: Parameters<typeof DashboardEditor>[0]) {
  const { dashboard, path } = props;
  const Component = dashboard.mayEdit ? DashboardEditor : DashboardReader;
  return <Component key={dashboard.id} dashboard={dashboard} path={path} />;
}
