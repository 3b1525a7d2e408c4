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

import { createBackend } from '@backstage/backend-defaults';
import { outsidePacks } from './outsidePacks';

const backend = createBackend();

backend.add(import('@backstage/plugin-app-backend'));

backend.add(import('@backstage/plugin-auth-backend'));
backend.add(import('@backstage/plugin-auth-backend-module-guest-provider'));

backend.add(import('@backstage/plugin-catalog-backend'));
backend.add(import('@backstage/plugin-catalog-backend-module-logs'));
backend.add(
  import('@quarterdeck/backstage-plugin-catalog-backend-module-fleet'),
);

backend.add(import('@backstage/plugin-permission-backend'));
backend.add(
  import('@quarterdeck/backstage-plugin-permission-backend-module-fleet'),
);

// Settings follow a person from browser to browser; signals tell open tabs of a change.
backend.add(import('@backstage/plugin-user-settings-backend'));
backend.add(import('@backstage/plugin-signals-backend'));

backend.add(import('@backstage/plugin-mcp-actions-backend'));

// Does nothing until app-config.yaml has a section `kubernetes`.
backend.add(import('@backstage/plugin-kubernetes-backend'));

backend.add(import('@quarterdeck/backstage-plugin-fleet-backend'));
outsidePacks.forEach(pack => backend.add(pack));

backend.start();
