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
  ObjectAddress,
  ViewScope,
} from '@quarterdeck/backstage-plugin-fleet-common';
import { LiveObjectState } from '@quarterdeck/backstage-plugin-fleet-react';
import { useMemo } from 'react';
import { fleetTranslationRef } from '../../translation';
import { EventsTable } from '../tables/EventsTable';
import { YamlTab } from '../yaml/YamlTab';
import { ObjectTab } from './ObjectPageFrame';

/** The cluster of an object, and its namespace where it has one. Stays the same between renders. */
export function useObjectScope(address: ObjectAddress): ViewScope {
  const { cluster, namespace } = address;
  return useMemo(
    () => ({
      clusters: [cluster],
      ...(namespace !== undefined && { namespaces: [namespace] }),
    }),
    [cluster, namespace],
  );
}

/** The parts that the page of every object ends with: its events and its YAML. */
export function useObjectTabs(options: {
  address: ObjectAddress;
  /** Absent while it is not known; then there are no events to ask for. */
  kind: string | undefined;
  live: LiveObjectState;
}): ObjectTab[] {
  const { address, kind, live } = options;
  const { t } = useTranslationRef(fleetTranslationRef);
  const scope = useObjectScope(address);
  return [
    ...(kind
      ? [
          {
            id: 'events',
            label: t('object.events'),
            render: () => (
              <EventsTable
                scope={scope}
                params={{ object: { kind, name: address.name } }}
              />
            ),
          },
        ]
      : []),
    {
      id: 'yaml',
      label: t('object.yaml'),
      render: () => <YamlTab address={address} live={live} />,
    },
  ];
}
