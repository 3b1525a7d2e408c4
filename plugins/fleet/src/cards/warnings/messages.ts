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

/** Texts of the cards about warnings. */
export const warningCardMessages = {
  warningEvents: {
    title: 'Warning events',
    description: 'Warnings by reason, the most frequent first.',
    hours: 'Of the last',
    hoursHint: 'Kubernetes keeps events for an hour, unless told otherwise.',
    none: 'No warning was reported',
    newest: 'Newest message',
    clusters: 'Clusters',
    events: 'Events',
    times: 'Times',
  },
  sharedWarnings: {
    title: 'Shared warnings',
    description:
      'The same warning in several clusters: what they have in common is seldom their own.',
    atLeast: 'In at least so many clusters',
    none: 'No warning is shared',
    noneText: 'No two warnings are the same in {{clusters}} clusters.',
    clusters: 'Clusters',
    which: 'Which',
    warning: 'Warning',
    first: 'First',
  },
} as const;
