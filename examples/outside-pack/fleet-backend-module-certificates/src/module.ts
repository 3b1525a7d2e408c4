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

import { createBackendModule } from '@backstage/backend-plugin-api';
import { fleetExtensionPoint } from '@quarterdeck/backstage-plugin-fleet-node';
import { certificates } from './resources/certificates';
import { readinessChecks } from './resources/readinessChecks';
import { apiServerReadiness } from './views/apiServerReadiness';
import { certificatesList } from './views/certificatesList';
import { certificatesTotals } from './views/certificatesTotals';

/**
 * Adds certificates and readiness checks of API servers to the fleet.
 *
 * @public
 */
export const certificatesModule = createBackendModule({
  pluginId: 'fleet',
  moduleId: 'certificates',
  register(env) {
    env.registerInit({
      deps: { fleet: fleetExtensionPoint },
      async init({ fleet }) {
        fleet.addResource(certificates, readinessChecks);
        fleet.addView(certificatesList, certificatesTotals, apiServerReadiness);
      },
    });
  },
});
