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

import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { requireChromium } from '../setup/chromium.mjs';
import { execute } from '../setup/execute.mjs';
import { requireFreePorts } from '../setup/ports.mjs';
import { sourceArguments } from '../setup/sourceCommand.mjs';
import { faultCounts, jestCounts, playwrightCounts } from './counts.mjs';
import { openTestDatabase } from './testDatabase.mjs';

const CONFIGURATIONS = [
  ['app-config.yaml'],
  ['app-config.yaml', 'app-config.production.yaml'],
  ['app-config.yaml', 'app-config.e2e.yaml'],
];

// As in playwright.config.ts.
const END_TO_END_PORT = Number(process.env.E2E_PORT ?? 7107);

const asOne = ({ code, output }) => ({
  passed: code === 0 ? 1 : 0,
  failed: code === 0 ? 0 : 1,
  output,
});

async function checkConfigurations({ backstage }) {
  const results = [];
  for (const files of CONFIGURATIONS) {
    results.push(
      await backstage([
        'config:check',
        '--strict',
        '--lax',
        ...files.flatMap(file => ['--config', file]),
      ]),
    );
  }
  return asOne({
    code: Math.max(...results.map(({ code }) => code)),
    output: results.map(({ output }) => output).join('\n'),
  });
}

async function runUnitTests({ backstage, reports, log }) {
  const report = join(reports, 'jest.json');
  await rm(report, { force: true });
  const database = await openTestDatabase({ log });
  try {
    const { code, output } = await backstage(
      ['repo', 'test', '--json', `--outputFile=${report}`],
      database.env,
    );
    return {
      ...(await jestCounts(report, code)),
      output,
      notRun: database.missing && `tests with PostgreSQL: ${database.missing}`,
    };
  } finally {
    await database.stop();
  }
}

async function runEndToEndTests({ tool, reports, log }) {
  const chromium = await requireChromium({ log });
  await requireFreePorts([
    {
      port: END_TO_END_PORT,
      what: 'the portal under test',
      choose: '"E2E_PORT=N npm test"',
    },
  ]);
  const report = join(reports, 'playwright.json');
  await rm(report, { force: true });
  const { code, output } = await tool(
    'playwright',
    ['test', '--reporter=list,json'],
    { CHROMIUM_PATH: chromium, PLAYWRIGHT_JSON_OUTPUT_NAME: report },
  );
  return { ...(await playwrightCounts(report, code)), output };
}

/** The whole table against the plugin, and some random schedules. Limits of time are wide: a slow machine is no fault. */
async function runFaultSuite({ node, reports }) {
  const report = join(reports, 'faults.json');
  await rm(report, { force: true });
  const { code, output } = await node([
    ...sourceArguments('bench/src/faults/cli.ts'),
    '--no-peers',
    '--runs',
    '200',
    '--patience',
    '4',
    '--out',
    report,
  ]);
  return { ...(await faultCounts(report, code)), output };
}

/** The stages of the test command after set-up, cheapest first. Each answers with its counts, its output and what it could not run. */
export const stages = [
  {
    name: 'types',
    run: async ({ tool }) => asOne(await tool('tsc', ['--pretty', 'false'])),
  },
  {
    name: 'lint',
    run: async ({ backstage }) =>
      asOne(await backstage(['repo', 'lint', '--max-warnings=0'])),
  },
  {
    name: 'prettier',
    run: async ({ tool }) => asOne(await tool('prettier', ['--check', '.'])),
  },
  { name: 'config', run: checkConfigurations },
  {
    name: 'scripts',
    run: async ({ node }) =>
      asOne(await node(['--test', 'scripts/**/*.test.mjs'])),
  },
  { name: 'unit', run: runUnitTests },
  { name: 'faults', run: runFaultSuite },
  {
    name: 'build',
    run: async ({ backstage }) =>
      asOne(await backstage(['repo', 'build', '--all'])),
  },
  {
    name: 'outside-pack',
    run: async ({ node }) =>
      asOne(await node(['scripts/test-without-outside-pack.mjs'])),
  },
  { name: 'e2e', run: runEndToEndTests },
];

/** What a stage may use: the chosen Node, the tools of node_modules, a place for reports. */
export function stageContext({ root, cache, node, log, onLine }) {
  const env = {
    ...node.environment,
    CI: '1',
    // Without a container engine there is nothing for the test databases to start.
    BACKSTAGE_TEST_DISABLE_DOCKER: '1',
    FORCE_COLOR: '0',
  };
  const runNode = (args, extra = {}) =>
    execute(node.executable, args, {
      cwd: root,
      env: { ...env, ...extra },
      onLine,
    });
  const bin = name => join(root, 'node_modules/.bin', name);
  return {
    reports: join(cache, 'test'),
    log,
    node: runNode,
    tool: (name, args, extra) => runNode([bin(name), ...args], extra),
    backstage: (args, extra) => runNode([bin('backstage-cli'), ...args], extra),
  };
}
