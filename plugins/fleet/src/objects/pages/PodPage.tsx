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
  MAX_WINDOW_ROWS,
  ObjectAddress,
  podsView,
} from '@quarterdeck/backstage-plugin-fleet-common';
import {
  severityTone,
  StatusChip,
  useLiveObject,
  useView,
} from '@quarterdeck/backstage-plugin-fleet-react';
import { fleetTranslationRef } from '../../translation';
import { ObjectNotice } from './ObjectNotice';
import { ObjectPageFrame } from './ObjectPageFrame';
import { PodOverview } from './PodOverview';
import { useObjectScope, useObjectTabs } from './useObjectTabs';

/** A pod: its state, its containers, where it runs and what it belongs to. */
export function PodPage(props: { address: ObjectAddress }) {
  const { address } = props;
  const { name } = address;
  const { t } = useTranslationRef(fleetTranslationRef);
  const scope = useObjectScope(address);
  const view = useView(
    podsView,
    {},
    { scope, window: { search: name, limit: MAX_WINDOW_ROWS } },
  );
  const row = view.rows.find(it => it.name === name);
  const live = useLiveObject(address, row);
  const common = useObjectTabs({ address, kind: 'Pod', live });
  return (
    <ObjectPageFrame
      address={address}
      kind="Pod"
      chip={
        row && (
          <StatusChip
            tone={severityTone(row.severity)}
            word={row.status}
            title={row.message}
          />
        )
      }
      notice={<ObjectNotice state={live} address={address} />}
      tabs={[
        {
          id: 'overview',
          label: t('object.overview'),
          render: () => (
            <PodOverview address={address} row={row} object={live.object} />
          ),
        },
        ...common,
      ]}
    />
  );
}
