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
import { Dashboard } from '@quarterdeck/backstage-plugin-fleet-common';
import {
  CardMessage,
  useFleetPath,
} from '@quarterdeck/backstage-plugin-fleet-react';
import { PageHeader } from '../page/PageHeader';
import { fleetTranslationRef } from '../translation';
import { absolute } from './absolute';
import { DashboardMenu } from './DashboardMenu';
import { DashboardView } from './DashboardView';

/** A dashboard of others. */
export function DashboardReader(props: { dashboard: Dashboard; path: string }) {
  const { dashboard, path } = props;
  const { t } = useTranslationRef(fleetTranslationRef);
  const fleetPath = useFleetPath();
  return (
    <>
      <PageHeader
        path={path}
        title={dashboard.title}
        actions={
          <DashboardMenu dashboard={dashboard} content={dashboard.content} />
        }
      />
      <DashboardView
        content={dashboard.content}
        address={absolute(fleetPath(`dashboards/${dashboard.slug}`))}
        empty={<CardMessage title={t('dashboard.empty')} />}
      />
    </>
  );
}
