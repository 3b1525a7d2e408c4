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
  LiveObject,
  ObjectAddress,
  WorkloadKind,
  WorkloadRow,
} from '@quarterdeck/backstage-plugin-fleet-common';
import { Age, Instant } from '@quarterdeck/backstage-plugin-fleet-react';
import { OwnerLink } from '../../catalog/OwnerLink';
import { useWorkloadOwner } from '../../catalog/useWorkloadOwner';
import { fleetTranslationRef } from '../../translation';
import { PodsTable } from '../tables/PodsTable';
import { Conditions } from './Conditions';
import { JobsOf } from './JobsOf';
import { Labels } from './Labels';
import { Owners } from './Owners';
import styles from './pages.module.css';
import { Facts, Panel } from './Panel';
import { RolloutPanel } from './RolloutPanel';
import { useObjectScope } from './useObjectTabs';

/** Where a workload stands, what it runs, and its pods. */
export function WorkloadOverview(props: {
  address: ObjectAddress;
  kind: WorkloadKind;
  row: WorkloadRow | undefined;
  object: LiveObject | undefined;
}) {
  const { address, kind, row, object } = props;
  const { t } = useTranslationRef(fleetTranslationRef);
  const scope = useObjectScope(address);
  const { owner, source, component } = useWorkloadOwner(row);
  return (
    <>
      <div className={styles.panels}>
        {row?.message && (
          <div className={styles.notice} data-tone={row.severity}>
            {row.message}
          </div>
        )}
        {row && kind !== 'CronJob' && <RolloutPanel row={row} />}
        <Panel title={t('object.details')}>
          <Facts
            facts={[
              row?.schedule !== undefined && {
                label: t('workload.schedule'),
                value: <span className={styles.code}>{row.schedule}</span>,
              },
              row?.revision !== undefined && {
                label: t('workload.revision'),
                value: row.revision,
              },
              {
                label: t('workload.changed'),
                value: <Age since={row?.changed} />,
              },
              owner !== undefined && {
                label: t('object.owner'),
                value: (
                  <>
                    <OwnerLink owner={owner} />{' '}
                    {source && source !== 'workload' && (
                      <span className={styles.muted}>
                        {t(`workload.ownerSource.${source}`)}
                      </span>
                    )}
                  </>
                ),
              },
              component !== undefined && {
                label: t('workload.component'),
                value: <OwnerLink owner={component} />,
              },
              {
                label: t('object.controlledBy'),
                value: <Owners object={object} />,
              },
              {
                label: t('object.created'),
                value: <Instant at={row?.created ?? object?.created} />,
              },
            ]}
          />
        </Panel>
        <Panel title={t('workload.images')}>
          {row === undefined && '–'}
          <ul className={styles.images}>
            {row?.images.map(image => (
              <li key={image} className={styles.code}>
                {image}
              </li>
            ))}
          </ul>
        </Panel>
        <Panel title={t('object.labels')}>
          <Labels labels={row?.labels} />
        </Panel>
        <Conditions object={object} />
      </div>
      {kind === 'CronJob' ? (
        <JobsOf address={address} />
      ) : (
        <PodsTable
          scope={scope}
          params={{ workload: { kind, name: address.name } }}
          maxHeight="520px"
        />
      )}
    </>
  );
}
