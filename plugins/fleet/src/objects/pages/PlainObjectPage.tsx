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
import { ObjectAddress } from '@quarterdeck/backstage-plugin-fleet-common';
import {
  Instant,
  useLiveObject,
} from '@quarterdeck/backstage-plugin-fleet-react';
import { fleetTranslationRef } from '../../translation';
import { objectManifestSchema } from '../manifest/objectManifest';
import { useManifest } from '../manifest/useManifest';
import { Conditions } from './Conditions';
import { Labels } from './Labels';
import { ObjectNotice } from './ObjectNotice';
import { ObjectPageFrame } from './ObjectPageFrame';
import { Owners } from './Owners';
import styles from './pages.module.css';
import { Facts, Panel } from './Panel';
import { useObjectTabs } from './useObjectTabs';

/** An object of a kind that has no page of its own making: what every object tells of itself. */
export function PlainObjectPage(props: { address: ObjectAddress }) {
  const { address } = props;
  const { t } = useTranslationRef(fleetTranslationRef);
  const live = useLiveObject(address);
  const { object } = live;
  const metadata = useManifest(objectManifestSchema, object)?.metadata;
  const common = useObjectTabs({ address, kind: object?.kind, live });
  return (
    <ObjectPageFrame
      address={address}
      kind={object?.kind ?? address.resource}
      notice={<ObjectNotice state={live} address={address} />}
      tabs={[
        {
          id: 'overview',
          label: t('object.overview'),
          render: () => (
            <div className={styles.panels}>
              <Panel title={t('object.details')}>
                <Facts
                  facts={[
                    {
                      label: t('object.apiVersion'),
                      value: object?.apiVersion ?? '–',
                    },
                    {
                      label: t('object.controlledBy'),
                      value: <Owners object={object} />,
                    },
                    {
                      label: t('object.created'),
                      value: <Instant at={object?.created} />,
                    },
                  ]}
                />
              </Panel>
              <Panel title={t('object.labels')}>
                <Labels labels={object && (metadata?.labels ?? {})} />
              </Panel>
              <Conditions object={object} />
            </div>
          ),
        },
        ...common,
      ]}
    />
  );
}
