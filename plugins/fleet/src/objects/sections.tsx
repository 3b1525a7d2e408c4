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
import { ReactNode } from 'react';
import { PageHeader } from '../page/PageHeader';
import { fleetTranslationRef } from '../translation';
import { EventsTable } from './tables/EventsTable';
import { NamespacesTable } from './tables/NamespacesTable';
import { NodesTable } from './tables/NodesTable';
import { PodsTable } from './tables/PodsTable';
import { WorkloadsTable } from './tables/WorkloadsTable';

function Section(props: {
  id: 'nodes' | 'workloads' | 'pods' | 'namespaces' | 'events';
  children: ReactNode;
}) {
  const { id, children } = props;
  const { t } = useTranslationRef(fleetTranslationRef);
  return (
    <>
      <PageHeader path={id} title={t(`page.${id}`)} />
      {children}
    </>
  );
}

/** Nodes of the whole fleet. */
export function NodesPage() {
  return (
    <Section id="nodes">
      <NodesTable />
    </Section>
  );
}

/** Workloads of the whole fleet. */
export function WorkloadsPage() {
  return (
    <Section id="workloads">
      <WorkloadsTable />
    </Section>
  );
}

/** Pods of the whole fleet. */
export function PodsPage() {
  return (
    <Section id="pods">
      <PodsTable />
    </Section>
  );
}

/** Namespaces of the whole fleet. */
export function NamespacesPage() {
  return (
    <Section id="namespaces">
      <NamespacesTable />
    </Section>
  );
}

/** Events of the whole fleet. */
export function EventsPage() {
  return (
    <Section id="events">
      <EventsTable />
    </Section>
  );
}
