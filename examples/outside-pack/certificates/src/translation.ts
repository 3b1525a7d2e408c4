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

import { createTranslationRef } from '@backstage/frontend-plugin-api';

/**
 * The texts of both cards.
 *
 * @public
 */
export const certificatesTranslationRef = createTranslationRef({
  id: 'certificates',
  messages: {
    certificates: {
      title: 'Certificates',
      description: 'Certificates of cert-manager, those that expire first.',
      none: 'There is no certificate',
      noneText: 'None exists in the namespaces that you may see.',
      noneSoon: 'No certificate expires soon',
      noneSoonText: 'None that you may see expires within {{days}} days.',
      totals: '{{ready}} of {{certificates}} ready',
    },
    readiness: {
      title: 'API server readiness',
      description: 'What each API server says of its own readiness checks.',
      none: 'No API server has been asked',
      noneText: 'No cluster is connected that you may see.',
      passing: '{{passing}} of {{checks}} checks pass',
      noFailing: 'none',
    },
    status: {
      ready: 'Ready',
      notReady: 'Not ready',
      expired: 'Expired',
      unknown: 'Unknown',
    },
    expiry: {
      in: 'in {{age}}',
      ago: '{{age}} ago',
    },
    column: {
      status: 'Status',
      name: 'Name',
      namespace: 'Namespace',
      cluster: 'Cluster',
      expires: 'Expires',
      checks: 'Checks',
      failing: 'Failing',
    },
  },
});
