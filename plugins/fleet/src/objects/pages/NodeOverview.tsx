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
  NodeRow,
} from '@quarterdeck/backstage-plugin-fleet-common';
import { Instant } from '@quarterdeck/backstage-plugin-fleet-react';
import { fleetTranslationRef } from '../../translation';
import {
  nodeManifestSchema,
  objectManifestSchema,
} from '../manifest/objectManifest';
import { useManifest } from '../manifest/useManifest';
import { Conditions } from './Conditions';
import { Labels } from './Labels';
import { NodeResources } from './NodeResources';
import styles from './pages.module.css';
import { Facts, Panel } from './Panel';

/** What a node is and how it stands. */
export function NodeOverview(props: {
  row: NodeRow | undefined;
  object: LiveObject | undefined;
  name: string;
}) {
  const { row, object } = props;
  const { t } = useTranslationRef(fleetTranslationRef);
  const node = useManifest(nodeManifestSchema, object);
  const metadata = useManifest(objectManifestSchema, object)?.metadata;
  const info = node?.status?.nodeInfo;
  const taints = node?.spec?.taints;
  return (
    <div className={styles.panels}>
      <Panel title={t('object.details')}>
        <Facts
          facts={[
            {
              label: t('node.roles'),
              value: row?.roles.join(', ') || '–',
            },
            { label: t('node.version'), value: row?.version || '–' },
            { label: t('node.region'), value: row?.region || '–' },
            { label: t('node.zone'), value: row?.zone || '–' },
            {
              label: t('node.instanceType'),
              value: row?.instanceType || '–',
            },
            {
              label: t('node.providerId'),
              value: (
                <span className={styles.code}>{row?.providerId || '–'}</span>
              ),
            },
            info && {
              label: t('node.system'),
              value: [info.osImage, info.kernelVersion, info.architecture]
                .filter(Boolean)
                .join(', '),
            },
            info && {
              label: t('node.runtime'),
              value: info.containerRuntimeVersion ?? '–',
            },
            node?.status && {
              label: t('node.addresses'),
              value: node.status.addresses.map(({ type, address }) => (
                <div key={`${type} ${address}`}>
                  <span className={styles.muted}>{type}</span> {address}
                </div>
              )),
            },
            {
              label: t('object.created'),
              value: <Instant at={row?.created ?? object?.created} />,
            },
          ]}
        />
      </Panel>
      <NodeResources row={row} node={node} />
      <Conditions object={object} />
      <Panel title={t('node.taints')}>
        {taints === undefined && '–'}
        {taints?.length === 0 && (
          <span className={styles.muted}>{t('object.none')}</span>
        )}
        <ul className={styles.labels}>
          {taints?.map(({ key, value, effect }) => (
            <li key={`${key} ${effect}`} className={styles.label}>
              <span className={styles.muted}>{key}</span>
              {value && `=${value}`}:{effect}
            </li>
          ))}
        </ul>
      </Panel>
      <Panel title={t('object.labels')}>
        <Labels labels={object && (metadata?.labels ?? {})} />
      </Panel>
    </div>
  );
}
