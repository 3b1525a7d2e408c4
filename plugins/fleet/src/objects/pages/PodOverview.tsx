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
  PodRow,
} from '@quarterdeck/backstage-plugin-fleet-common';
import {
  Instant,
  ObjectLink,
  Quantity,
} from '@quarterdeck/backstage-plugin-fleet-react';
import { fleetTranslationRef } from '../../translation';
import { objectManifestSchema } from '../manifest/objectManifest';
import { podManifestSchema } from '../manifest/podManifest';
import { useManifest } from '../manifest/useManifest';
import { podWorkload } from '../tables/podColumns';
import { Conditions } from './Conditions';
import { Containers } from './Containers';
import { Labels } from './Labels';
import { Owners } from './Owners';
import styles from './pages.module.css';
import { Facts, Panel } from './Panel';

/** What a pod is made of, where it runs, and what it belongs to. */
export function PodOverview(props: {
  address: ObjectAddress;
  row: PodRow | undefined;
  object: LiveObject | undefined;
}) {
  const { address, row, object } = props;
  const { t } = useTranslationRef(fleetTranslationRef);
  const pod = useManifest(podManifestSchema, object);
  const metadata = useManifest(objectManifestSchema, object)?.metadata;
  const node = row?.node ?? pod?.spec?.nodeName;
  const workload = row && podWorkload(row);
  return (
    <div className={styles.panels}>
      {row?.message && (
        <div className={styles.notice} data-tone={row.severity}>
          {row.message}
        </div>
      )}
      <Panel title={t('object.details')}>
        <Facts
          facts={[
            { label: t('pod.phase'), value: row?.phase ?? '–' },
            {
              label: t('pod.node'),
              value: node ? (
                <ObjectLink
                  address={{
                    cluster: address.cluster,
                    resource: 'nodes',
                    name: node,
                  }}
                />
              ) : (
                <span className={styles.muted}>
                  {row || pod ? t('pod.notScheduled') : '–'}
                </span>
              ),
            },
            workload && {
              label: t('pod.workload'),
              value: (
                <div className={styles.owner}>
                  <span className={styles.muted}>{row.workloadKind}</span>
                  <ObjectLink address={workload} />
                </div>
              ),
            },
            {
              label: t('object.controlledBy'),
              value: <Owners object={object} />,
            },
            { label: t('pod.ip'), value: pod?.status?.podIP ?? '–' },
            {
              label: t('pod.serviceAccount'),
              value: pod?.spec?.serviceAccountName ?? '–',
            },
            { label: t('pod.qos'), value: pod?.status?.qosClass ?? '–' },
            {
              label: t('column.restarts'),
              value: <Quantity value={row?.restarts} />,
            },
            {
              label: t('object.created'),
              value: <Instant at={row?.created ?? object?.created} />,
            },
          ]}
        />
      </Panel>
      <Panel title={t('object.labels')}>
        <Labels labels={row?.labels ?? (object && (metadata?.labels ?? {}))} />
      </Panel>
      {pod && <Containers pod={pod} />}
      <Conditions object={object} />
    </div>
  );
}
