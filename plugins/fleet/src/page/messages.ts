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

/** Texts of the shell: rail, headers, and what stands where no page is. */
export const pageMessages = {
  page: {
    title: 'Fleet',
    skip: 'Skip to the fleet',
    sections: 'Sections of the fleet',
    breadcrumbs: 'Pages above this one',
    dashboard: 'Dashboard',
    clusters: 'Clusters',
    nodes: 'Nodes',
    workloads: 'Workloads',
    pods: 'Pods',
    dashboards: 'Dashboards',
    namespaces: 'Namespaces',
    events: 'Events',
    settings: 'Settings',
    notFound: 'Page not found',
    notFoundTitle: 'There is no page here',
    notFoundText:
      '{{path}} is not the address of a page of the fleet. It may have been cut off or mistyped.',
    toDashboard: 'Go to the dashboard',
    failedTitle: 'This page failed',
    failedText:
      'Its code could not be loaded, or it hit an error while drawing itself. Loading it again may help; the other pages are not affected.',
  },
  time: {
    label: 'How times are shown',
    style: 'Times',
    relative: 'As ages: 5m, 3h',
    absolute: 'As times of day',
    zone: 'Time zone',
    browser: 'Yours: {{zone}}',
    utc: 'UTC',
  },
} as const;
