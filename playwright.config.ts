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

import { defineConfig } from '@playwright/test';
import { generateProjects } from '@backstage/e2e-test-utils/playwright';

const port = Number(process.env.E2E_PORT ?? 7107);
const demoFleetPort = port + 33;
const kubeconfig = `${__dirname}/.cache/e2e/kubeconfig`;
const fromSource =
  'node --require @backstage/cli-node/config/nodeTransform.cjs';

const portal = `http://localhost:${port}`;

/** The production build of the app, served by the backend on one port, in front of a demo fleet of its own. */
export default defineConfig({
  timeout: 60_000,
  expect: { timeout: 20_000 },
  workers: 1,
  forbidOnly: Boolean(process.env.CI),
  retries: process.env.CI ? 1 : 0,
  reporter: 'list',
  outputDir: '.cache/e2e/results',
  webServer: [
    {
      name: 'demo fleet',
      command: `${fromSource} packages/demo-fleet/src/cli.ts --port ${demoFleetPort} --kubeconfig ${kubeconfig}`,
      wait: { stdout: /demo-fleet ready/ },
      timeout: 60_000,
    },
    {
      name: 'portal',
      command: `${fromSource} src/index.ts --config ../../app-config.yaml --config ../../app-config.e2e.yaml`,
      cwd: 'packages/backend',
      env: {
        ...process.env,
        NODE_ENV: 'production',
        QUARTERDECK_KUBECONFIG: `${kubeconfig}.portal`,
        APP_CONFIG_app_baseUrl: portal,
        APP_CONFIG_backend_baseUrl: portal,
        APP_CONFIG_backend_listen: `127.0.0.1:${port}`,
        APP_CONFIG_backend_cors_origin: portal,
      } as Record<string, string>,
      url: `${portal}/.backstage/health/v1/readiness`,
      timeout: 120_000,
    },
  ],
  use: {
    baseURL: portal,
    screenshot: 'only-on-failure',
    trace: 'retain-on-failure',
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  projects: generateProjects(), // every package with a folder e2e-tests
});
