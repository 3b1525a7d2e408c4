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
  fleetCardsApiRef,
  FleetDashboardTemplate,
  useCardText,
} from '@quarterdeck/backstage-plugin-fleet-react';
import { RiEditLine } from '@remixicon/react';
import { useMemo, useState } from 'react';
import { templateContent } from '../dashboards/templates/templateContent';
import { PageHeader } from '../page/PageHeader';
import { fleetTranslationRef } from '../translation';
import { DashboardView } from './DashboardView';
import { useDuplicate } from './useDuplicate';

/** A template as it would look, and the way to a dashboard of one's own. */
export function TemplateDashboard(props: {
  template: FleetDashboardTemplate;
  path: string;
  /** In place of the template's own. */
  title?: string;
}) {
  const { template, path } = props;
  const { t } = useTranslationRef(fleetTranslationRef);
  const own = useCardText(template.title) ?? '';
  const description = useCardText(template.description);
  const installed = useApi(fleetCardsApiRef).list();
  const content = useMemo(
    () => templateContent(template, installed),
    [template, installed],
  );
  const duplicate = useDuplicate();
  const [busy, setBusy] = useState(false);
  const customize = async () => {
    setBusy(true);
    await duplicate({
      title: own,
      description,
      template: { id: template.id, version: template.version },
      content,
    });
    setBusy(false);
  };
  return (
    <>
      <PageHeader
        path={path}
        title={props.title ?? own}
        actions={
          <Button
            size="small"
            variant="secondary"
            iconStart={<RiEditLine />}
            isPending={busy}
            onPress={customize}
          >
            {t('dashboard.customize')}
          </Button>
        }
      />
      <DashboardView
        content={content}
        empty={
          <CardMessage title={t('none.noCards')} text={t('none.noCardsText')} />
        }
      />
    </>
  );
}
