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

import {
  apiServerReadinessView,
  certificatesListView,
} from '@acme/backstage-plugin-certificates-common';
import {
  cardText,
  FleetCardBlueprint,
} from '@quarterdeck/backstage-plugin-fleet-react';
import { certificatesCardConfig } from './cards/certificatesCardConfig';
import { certificatesTranslationRef } from './translation';

/** Certificates with their expiry. */
export const certificatesCard = FleetCardBlueprint.make({
  name: 'list',
  params: {
    title: cardText(certificatesTranslationRef, 'certificates.title'),
    description: cardText(
      certificatesTranslationRef,
      'certificates.description',
    ),
    category: 'security',
    view: certificatesListView,
    config: certificatesCardConfig,
    size: { width: 7, height: 5 },
    loader: () =>
      import('./cards/CertificatesCard').then(m => m.CertificatesCard),
  },
});

/** API servers with their readiness checks. */
export const apiServerReadinessCard = FleetCardBlueprint.make({
  name: 'readiness',
  params: {
    title: cardText(certificatesTranslationRef, 'readiness.title'),
    description: cardText(certificatesTranslationRef, 'readiness.description'),
    category: 'clusters',
    view: apiServerReadinessView,
    size: { width: 5, height: 5 },
    loader: () =>
      import('./cards/ApiServerReadinessCard').then(
        m => m.ApiServerReadinessCard,
      ),
  },
});
