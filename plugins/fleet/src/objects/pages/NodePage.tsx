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
  nodesView,
  ObjectAddress,
} from '@quarterdeck/backstage-plugin-fleet-common';
import {
  severityTone,
  StatusChip,
  useLiveObject,
  useView,
} from '@quarterdeck/backstage-plugin-fleet-react';
import { useParams } from 'react-router-dom';
import { fleetTranslationRef } from '../../translation';
import { PodsTable } from '../tables/PodsTable';
import { NodeOverview } from './NodeOverview';
import { ObjectNotice } from './ObjectNotice';
import { ObjectPageFrame } from './ObjectPageFrame';
import { useObjectScope, useObjectTabs } from './useObjectTabs';

/** A node: how it stands, what it offers, and the pods on it. */
export function NodePage() {
  const { cluster = '', name = '' } = useParams();
  return <Node key={`${cluster}/${name}`} cluster={cluster} name={name} />;
}

function Node(props: { cluster: string; name: string }) {
  const { cluster, name } = props;
  const { t } = useTranslationRef(fleetTranslationRef);
  const address: ObjectAddress = { cluster, resource: 'nodes', name };
  const scope = useObjectScope(address);
  const view = useView(nodesView, { name }, { scope });
  const row = view.rows.find(it => it.name === name);
  const live = useLiveObject(address, row);
  const common = useObjectTabs({ address, kind: 'Node', live });
  return (
    <ObjectPageFrame
      address={address}
      kind="Node"
      chip={
        row && (
          <StatusChip
            tone={
              row.ready === undefined ? 'unknown' : severityTone(row.severity)
            }
            word={row.status}
          />
        )
      }
      notice={<ObjectNotice state={live} address={address} />}
      tabs={[
        {
          id: 'overview',
          label: t('object.overview'),
          render: () => (
            <NodeOverview row={row} object={live.object} name={name} />
          ),
        },
        {
          id: 'pods',
          label: t('object.pods'),
          render: () => <PodsTable scope={scope} params={{ node: name }} />,
        },
        ...common,
      ]}
    />
  );
}
