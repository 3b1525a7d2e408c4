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

import {
  toastApiRef,
  useApi,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import { DashboardInput } from '@quarterdeck/backstage-plugin-fleet-common';
import { useFleetPath } from '@quarterdeck/backstage-plugin-fleet-react';
import { useNavigate } from 'react-router-dom';
import { messageOf } from '../connect/requestErrors';
import { useDashboardChanges } from '../dashboards/dashboardQueries';
import { fleetTranslationRef } from '../translation';

/** Makes a dashboard of the person's own and goes there. */
export function useDuplicate(): (input: DashboardInput) => Promise<void> {
  const { t } = useTranslationRef(fleetTranslationRef);
  const changes = useDashboardChanges();
  const toast = useApi(toastApiRef);
  const navigate = useNavigate();
  const path = useFleetPath();
  return async input => {
    try {
      const { slug } = await changes.create(input);
      navigate(path(`dashboards/${slug}`));
    } catch (error) {
      toast.post({
        title: t('dashboard.customizeFailed'),
        description: messageOf(error),
        status: 'danger',
      });
    }
  };
}
