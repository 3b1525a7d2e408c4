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
  formatCores,
  LiveObject,
  NamespaceOverviewRow,
  ViewScope,
} from '@quarterdeck/backstage-plugin-fleet-common';
import { Instant, Quantity } from '@quarterdeck/backstage-plugin-fleet-react';
import { Problems } from '../../cards/Problems';
import { OwnerLink } from '../../catalog/OwnerLink';
import { fleetTranslationRef } from '../../translation';
import { objectManifestSchema } from '../manifest/objectManifest';
import { useManifest } from '../manifest/useManifest';
import { WorkloadsTable } from '../tables/WorkloadsTable';
import { Conditions } from './Conditions';
import { Labels } from './Labels';
import styles from './pages.module.css';
import { Facts, Panel } from './Panel';
import { QuotaBar } from './QuotaBar';

/** Whose a namespace is, what it asks for, and the workloads in it. */
export function NamespaceOverview(props: {
  row: NamespaceOverviewRow | undefined;
  object: LiveObject | undefined;
  scope: ViewScope;
}) {
  const { row, object, scope } = props;
  const { t } = useTranslationRef(fleetTranslationRef);
  const metadata = useManifest(objectManifestSchema, object)?.metadata;
  return (
    <>
      <div className={styles.panels}>
        <Panel title={t('object.details')}>
          <Facts
            facts={[
              {
                label: t('object.owner'),
                value: row?.owner ? (
                  <>
                    <OwnerLink owner={row.owner} />{' '}
                    {row.ownerSource && (
                      <span className={styles.muted}>
                        {t(`namespace.ownerSource.${row.ownerSource}`)}
                      </span>
                    )}
                  </>
                ) : (
                  <span className={styles.muted}>
                    {row ? t('object.none') : '–'}
                  </span>
                ),
              },
              {
                label: t('column.pods'),
                value: <Quantity value={row?.pods} />,
              },
              {
                label: t('column.problems'),
                value: (
                  <Problems
                    errors={row?.podErrors}
                    warnings={row?.podWarnings}
                    describe={(errors, warnings) =>
                      `${t('table.errors', { amount: errors })}, ${t(
                        'table.warnings',
                        { amount: warnings },
                      )}`
                    }
                  />
                ),
              },
              {
                label: t('podsTable.cpu'),
                value: formatCores(row?.cpuRequest),
              },
              {
                label: t('podsTable.memory'),
                value: <Quantity of="bytes" value={row?.memoryRequest} />,
              },
              {
                label: t('object.created'),
                value: <Instant at={row?.created ?? object?.created} />,
              },
            ]}
          />
        </Panel>
        <Panel title={t('object.labels')}>
          <Labels labels={object && (metadata?.labels ?? {})} />
          {row?.quota && (
            <>
              <h3 className={styles.subtitle}>{t('namespace.mostUsed')}</h3>
              <QuotaBar {...row.quota} />
            </>
          )}
        </Panel>
        <Conditions object={object} />
      </div>
      <WorkloadsTable scope={scope} maxHeight="520px" />
    </>
  );
}
