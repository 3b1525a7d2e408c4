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
  certificatesListView,
  certificatesTotalsView,
} from '@acme/backstage-plugin-certificates-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { formatCount } from '@quarterdeck/backstage-plugin-fleet-common';
import {
  FleetTable,
  useCardConfig,
  useNow,
  useTableWindow,
  useView,
  ViewCard,
} from '@quarterdeck/backstage-plugin-fleet-react';
import { useMemo } from 'react';
import { certificatesTranslationRef } from '../translation';
import { certificateColumns } from './certificateColumns';
import { certificatesCardConfig } from './certificatesCardConfig';
import { expiresBefore } from './expiresBefore';

/** Certificates, those that expire first at the top, and how many of all are ready. */
export function CertificatesCard() {
  const { t } = useTranslationRef(certificatesTranslationRef);
  const { withinDays } = useCardConfig(certificatesCardConfig);
  const now = useNow(60_000);
  const table = useTableWindow();
  const view = useView(
    certificatesListView,
    withinDays === undefined ? {} : { before: expiresBefore(now, withinDays) },
    { window: table.window },
  );
  const { summary: totals } = useView(certificatesTotalsView);
  const columns = useMemo(() => certificateColumns(t), [t]);
  return (
    <ViewCard
      view={view}
      empty={
        withinDays === undefined
          ? { title: t('certificates.none'), text: t('certificates.noneText') }
          : {
              title: t('certificates.noneSoon'),
              text: t('certificates.noneSoonText', {
                days: String(withinDays),
              }),
              good: true,
            }
      }
      footer={
        totals?.certificates !== undefined &&
        t('certificates.totals', {
          ready: formatCount(totals.ready),
          certificates: formatCount(totals.certificates),
        })
      }
    >
      {({ rows, total }) => (
        <FleetTable
          label={t('certificates.title')}
          columns={columns}
          rows={rows}
          rowKey={certificatesListView.key}
          total={total}
          window={table}
        />
      )}
    </ViewCard>
  );
}
