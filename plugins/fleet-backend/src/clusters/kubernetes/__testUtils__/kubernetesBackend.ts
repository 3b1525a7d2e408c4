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

import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import kubernetesPlugin from '@backstage/plugin-kubernetes-backend';

// Run by startKubernetesBackend in a Node without Jest, which cannot import the ES module that client-node is: a backend with Backstage's own
// Kubernetes plugin. Says its port.
startTestBackend({
  features: [
    kubernetesPlugin,
    mockServices.rootConfig.factory({ data: JSON.parse(process.argv[2]) }),
    mockServices.rootLogger.factory({ level: 'none' }),
  ],
}).then(({ server }) => process.stdout.write(`${server.port()}\n`));
