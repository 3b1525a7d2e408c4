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

import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { SetupError, runMain } from './setup/SetupError.mjs';
import { setUp } from './setup/setUp.mjs';
import { stageContext, stages } from './testing/stages.mjs';

const HELP = `Sets up the repository and runs its whole test suite: ${stages
  .map(({ name }) => name)
  .join(', ')}.

  --only STAGE,…   only these stages
  --skip STAGE,…   all but these stages
  --verbose        show the output of every stage as it comes
  --help           this text

Ends with the line "N passed, N failed": tests of Jest and Playwright, and one for each other stage.
`;

const print = text => process.stdout.write(`${text}\n`);
const seconds = since => `${((Date.now() - since) / 1000).toFixed(1)} s`;

function readOptions() {
  try {
    const { values } = parseArgs({
      options: {
        only: { type: 'string' },
        skip: { type: 'string' },
        verbose: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    });
    return values;
  } catch (error) {
    throw new SetupError(`${error.message} ("npm test -- --help")`);
  }
}

function chooseStages({ only, skip }) {
  const names = list => list?.split(',').filter(Boolean);
  const known = stages.map(({ name }) => name);
  for (const name of [...(names(only) ?? []), ...(names(skip) ?? [])]) {
    if (!known.includes(name)) {
      throw new SetupError(
        `Unknown stage "${name}": choose from ${known.join(', ')}.`,
      );
    }
  }
  return stages.filter(
    ({ name }) =>
      (names(only)?.includes(name) ?? true) && !names(skip)?.includes(name),
  );
}

async function runStage(stage, context) {
  try {
    return await stage.run(context);
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    return { passed: 0, failed: 1, output: `✖ ${error.message}` };
  }
}

await runMain(async () => {
  const options = readOptions();
  if (options.help) {
    process.stdout.write(HELP);
    return;
  }
  const chosen = chooseStages(options);
  const start = Date.now();
  let ready;
  try {
    ready = await setUp();
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    print(`✖ set-up\n\n✖ ${error.message}\n\n0 passed, 1 failed`);
    process.exitCode = 1;
    return;
  }
  print(`✔ set-up   ${seconds(start)}   Node ${ready.node.version}`);

  const context = stageContext({
    ...ready,
    log: line => print(`  ${line}`),
    onLine: options.verbose ? line => print(`  ${line}`) : undefined,
  });
  await mkdir(context.reports, { recursive: true });

  const results = [];
  for (const stage of chosen) {
    const stageStart = Date.now();
    print(`▶ ${stage.name}`);
    const result = await runStage(stage, context);
    await writeFile(join(context.reports, `${stage.name}.log`), result.output);
    results.push({ name: stage.name, ...result });
    const mark = result.failed === 0 ? '✔' : '✖';
    print(
      `${mark} ${stage.name}   ${seconds(stageStart)}   ${
        result.passed
      } passed, ${result.failed} failed`,
    );
    if (result.notRun) print(`  not run: ${result.notRun}`);
  }

  for (const { name, output } of results.filter(({ failed }) => failed > 0)) {
    print(`\n──── ${name} ────\n${output.trim()}`);
  }
  const sum = key => results.reduce((total, result) => total + result[key], 0);
  const failed = sum('failed');
  print(`\nTotal ${seconds(start)}`);
  for (const { notRun } of results.filter(result => result.notRun)) {
    print(`not run: ${notRun}`);
  }
  print(`${sum('passed') + 1} passed, ${failed} failed`);
  process.exitCode = failed > 0 ? 1 : 0;
});
