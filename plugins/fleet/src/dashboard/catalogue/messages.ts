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

/** Texts of the catalogue of cards. */
export const catalogueMessages = {
  catalogue: {
    add: 'Add cards',
    replace: 'Replace {{name}}',
    search: 'Search cards',
    placeholder: 'Title, words of the description, category',
    cards: 'Cards',
    found_one: '{{count}} card',
    found_other: '{{count}} cards',
    none: 'No card matches “{{search}}”',
    noneText: 'Search for fewer or other words.',
    clear: 'Show all cards',
    present: 'On this dashboard',
    size: '{{width}} columns, {{height}} rows',
    preview: 'Preview',
    previewNone: 'The card that you choose is shown here with its data.',
    keys: 'Arrows choose a card, Enter ticks it.',
    keysReplace: 'Arrows choose a card, Enter puts it in place.',
    addOne: 'Add {{name}}',
    addMany_one: 'Add {{count}} card',
    addMany_other: 'Add {{count}} cards',
    replaceBy: 'Replace by {{name}}',
    cancel: 'Cancel',
    category: {
      clusters: 'Clusters',
      workloads: 'Workloads',
      pods: 'Pods',
      compute: 'Compute',
      storage: 'Storage',
      network: 'Network',
      namespaces: 'Namespaces',
      events: 'Events',
      security: 'Security',
      cost: 'Cost',
      gitops: 'GitOps',
      ai: 'AI',
    },
  },
} as const;
