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

import { TranslationFunction } from '@backstage/frontend-plugin-api';
import {
  Age,
  ClusterLink,
  FleetTableColumn,
  ObjectLink,
  ObjectName,
} from '@quarterdeck/backstage-plugin-fleet-react';
import { fleetTranslationRef } from '../translation';

type Translate = TranslationFunction<typeof fleetTranslationRef.T>;

interface NamespacedRow {
  cluster: string;
  namespace: string;
  name: string;
}

/** The name of an object as the link to its page. */
export function nameColumn(
  header: string,
  resource: string,
): FleetTableColumn<NamespacedRow> {
  return {
    id: 'name',
    header,
    sort: 'name',
    render: ({ cluster, namespace, name }) => (
      <ObjectLink address={{ cluster, resource, namespace, name }} />
    ),
  };
}

/** The namespace of an object. */
export function namespaceColumn(
  t: Translate,
  shownFrom: 'medium' | 'wide' = 'medium',
): FleetTableColumn<{ namespace: string }> {
  return {
    id: 'namespace',
    header: t('column.namespace'),
    width: '17%',
    sort: 'namespace',
    shownFrom,
    render: row => <ObjectName name={row.namespace} />,
  };
}

/** The cluster of an object as the link to its page. */
export function clusterColumn(
  t: Translate,
  shownFrom: 'medium' | 'wide' = 'medium',
): FleetTableColumn<{ cluster: string }> {
  return {
    id: 'cluster',
    header: t('column.cluster'),
    width: '19%',
    sort: 'cluster',
    shownFrom,
    render: row => <ClusterLink name={row.cluster} brief />,
  };
}

/** How long an object has been there. */
export function ageColumn(t: Translate): FleetTableColumn<{ created: number }> {
  return {
    id: 'age',
    header: t('column.age'),
    width: '60px',
    align: 'end',
    sort: 'age',
    shownFrom: 'wide',
    render: row => <Age since={row.created} />,
  };
}
