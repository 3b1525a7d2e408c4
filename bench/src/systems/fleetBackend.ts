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
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
// The bench is no plugin, though it is packaged like a library.
// eslint-disable-next-line @backstage/no-mixed-plugin-imports
import fleetPlugin from '@quarterdeck/backstage-plugin-fleet-backend';
import { cpuSeconds, preciseNow, SystemOptions } from './protocol';
import { serveCommands } from './serveCommands';
import { stalls } from './stalls';

/**
 * The fleet plugin as the product wires it, in a backend with nothing else. Services for
 * permissions and sign-in are those of tests, which allow everything without asking another process.
 */
const options: SystemOptions = JSON.parse(process.argv[2]);

let startedAt = 0;
let cpuSecondsBefore = 0;

/** Registers its hook before the plugin does, and so is called right before the clusters are connected. */
const startMark = createBackendModule({
  pluginId: 'fleet',
  moduleId: 'bench-start-mark',
  register(env) {
    env.registerInit({
      deps: { lifecycle: coreServices.lifecycle },
      async init({ lifecycle }) {
        lifecycle.addStartupHook(() => {
          startedAt = preciseNow();
          cpuSecondsBefore = cpuSeconds();
          stalls.begin();
        });
      },
    });
  },
});

const { kubeconfig } = options;

serveCommands({
  async start() {
    const { server } = await startTestBackend({
      features: [
        startMark,
        fleetPlugin,
        mockServices.rootConfig.factory({
          data: {
            fleet: {
              clusters: kubeconfig
                ? [
                    {
                      type: 'kubeconfig',
                      path: kubeconfig,
                      contexts: { include: [...options.clusters] },
                      demo: true,
                    },
                  ]
                : [],
            },
          },
        }),
      ],
    });
    return { port: server.port(), startedAt, cpuSecondsBefore };
  },
  async counts() {
    throw new Error('The backend is asked over HTTP');
  },
});
