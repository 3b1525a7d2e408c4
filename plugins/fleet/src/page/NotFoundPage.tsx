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
import { ButtonLink } from '@backstage/ui';
import {
  CardMessage,
  useFleetPath,
} from '@quarterdeck/backstage-plugin-fleet-react';
import { useLocation } from 'react-router-dom';
import { fleetTranslationRef } from '../translation';
import { PageHeader } from './PageHeader';

/** What stands at an address under `/fleet` where no page is. */
export function NotFoundPage() {
  const { t } = useTranslationRef(fleetTranslationRef);
  const path = useFleetPath();
  const { pathname } = useLocation();
  return (
    <>
      <PageHeader path={pathname} title={t('page.notFound')} />
      <CardMessage
        title={t('page.notFoundTitle')}
        text={t('page.notFoundText', { path: pathname })}
        action={
          <ButtonLink size="small" href={path()}>
            {t('page.toDashboard')}
          </ButtonLink>
        }
      />
    </>
  );
}
