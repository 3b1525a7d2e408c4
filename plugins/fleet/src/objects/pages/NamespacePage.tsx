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
  namespacesView,
  ObjectAddress,
} from '@quarterdeck/backstage-plugin-fleet-common';
import {
  useLiveObject,
  useView,
} from '@quarterdeck/backstage-plugin-fleet-react';
import { useMemo } from 'react';
import { useParams } from 'react-router-dom';
import { fleetTranslationRef } from '../../translation';
import { EventsTable } from '../tables/EventsTable';
import { NamespacePhase } from '../tables/namespaceColumns';
import { PodsTable } from '../tables/PodsTable';
import { WorkloadsTable } from '../tables/WorkloadsTable';
import { YamlTab } from '../yaml/YamlTab';
import { NamespaceOverview } from './NamespaceOverview';
import { ObjectNotice } from './ObjectNotice';
import { ObjectPageFrame } from './ObjectPageFrame';
import { QuotasTab } from './QuotasTab';

/** A namespace: whose it is, what is in it, and what it may take. */
export function NamespacePage() {
  const { cluster = '', namespace = '' } = useParams();
  return (
    <Namespace
      key={`${cluster}/${namespace}`}
      cluster={cluster}
      namespace={namespace}
    />
  );
}

function Namespace(props: { cluster: string; namespace: string }) {
  const { cluster, namespace } = props;
  const { t } = useTranslationRef(fleetTranslationRef);
  const address: ObjectAddress = {
    cluster,
    resource: 'namespaces',
    name: namespace,
  };
  const scope = useMemo(
    () => ({ clusters: [cluster], namespaces: [namespace] }),
    [cluster, namespace],
  );
  const view = useView(namespacesView, {}, { scope });
  const row = view.rows.find(it => it.namespace === namespace);
  const live = useLiveObject(address, row?.phase);
  return (
    <ObjectPageFrame
      address={address}
      kind="Namespace"
      chip={row && <NamespacePhase phase={row.phase} />}
      notice={<ObjectNotice state={live} address={address} />}
      tabs={[
        {
          id: 'overview',
          label: t('object.overview'),
          render: () => (
            <NamespaceOverview row={row} object={live.object} scope={scope} />
          ),
        },
        {
          id: 'pods',
          label: t('object.pods'),
          render: () => <PodsTable scope={scope} />,
        },
        {
          id: 'workloads',
          label: t('object.workloads'),
          render: () => <WorkloadsTable scope={scope} />,
        },
        {
          id: 'events',
          label: t('object.events'),
          render: () => <EventsTable scope={scope} />,
        },
        {
          id: 'quotas',
          label: t('object.quotas'),
          render: () => <QuotasTab scope={scope} />,
        },
        {
          id: 'yaml',
          label: t('object.yaml'),
          render: () => <YamlTab address={address} live={live} />,
        },
      ]}
    />
  );
}
