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
import { ViewScope } from '@quarterdeck/backstage-plugin-fleet-common';
import { ReactNode } from 'react';
import { PageFilter, PageFilters } from '../filters/PageFilters';
import { PageHeader } from '../page/PageHeader';
import { fleetTranslationRef } from '../translation';
import { EventsTable } from './tables/EventsTable';
import { NamespacesTable } from './tables/NamespacesTable';
import { NodesTable } from './tables/NodesTable';
import { PodsTable } from './tables/PodsTable';
import { WorkloadsTable } from './tables/WorkloadsTable';

function Section(props: {
  id: 'nodes' | 'workloads' | 'pods' | 'namespaces' | 'events';
  by: readonly PageFilter[];
  children: (scope: ViewScope | undefined) => ReactNode;
}) {
  const { id, by, children } = props;
  const { t } = useTranslationRef(fleetTranslationRef);
  return (
    <>
      <PageHeader path={id} title={t(`page.${id}`)} />
      <PageFilters by={by}>{children}</PageFilters>
    </>
  );
}

/** Nodes of the whole fleet. */
export function NodesPage() {
  return (
    <Section id="nodes" by={['clusters', 'statuses']}>
      {scope => <NodesTable scope={scope} />}
    </Section>
  );
}

/** Workloads of the whole fleet. */
export function WorkloadsPage() {
  return (
    <Section id="workloads" by={['clusters', 'namespaces', 'statuses']}>
      {scope => <WorkloadsTable scope={scope} />}
    </Section>
  );
}

/** Pods of the whole fleet. */
export function PodsPage() {
  return (
    <Section id="pods" by={['clusters', 'namespaces', 'statuses']}>
      {scope => <PodsTable scope={scope} />}
    </Section>
  );
}

/** Namespaces of the whole fleet. */
export function NamespacesPage() {
  return (
    <Section id="namespaces" by={['clusters', 'namespaces']}>
      {scope => <NamespacesTable scope={scope} />}
    </Section>
  );
}

/** Events of the whole fleet. */
export function EventsPage() {
  return (
    <Section id="events" by={['clusters', 'namespaces']}>
      {scope => <EventsTable scope={scope} />}
    </Section>
  );
}
