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

import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { keepResult } from '../cli/docs/keptResults';
import { replaceSection } from '../cli/docs/replaceSection';
import { repositoryRoot } from '../processes/root';
import { measurePages, PageFigures } from './measurePages';
import { pagesSection } from './pagesSection';

const HELP = `Measures the dashboard beside the stock catalog page, as JSON.

Build the app before: yarn workspace app build

  --rounds N   visits to each page that count (default 9)
  --out FILE   where the figures go (default: standard output)
  --write-docs puts them into docs/performance.md and bench/results
`;

async function writeDocs(figures: PageFigures): Promise<void> {
  const date = new Date().toISOString();
  await keepResult('pages', { date, ...figures });
  const file = join(repositoryRoot, 'docs/performance.md');
  const text = await readFile(file, 'utf8');
  await writeFile(
    file,
    replaceSection(text, 'pages', pagesSection(figures, date)),
  );
}

async function run(): Promise<void> {
  const { values } = parseArgs({
    options: {
      rounds: { type: 'string', default: '9' },
      out: { type: 'string' },
      'write-docs': { type: 'boolean' },
      help: { type: 'boolean' },
    },
  });
  const rounds = Number(values.rounds);
  if (values.help || !Number.isInteger(rounds) || rounds < 1) {
    process.stdout.write(HELP);
    process.exitCode = values.help ? 0 : 2;
    return;
  }
  const figures = await measurePages({
    rounds,
    log: line => process.stderr.write(`[pages] ${line}\n`),
  });
  const json = `${JSON.stringify(figures, undefined, 2)}\n`;
  if (values['write-docs']) await writeDocs(figures);
  if (values.out) await writeFile(values.out, json);
  else process.stdout.write(json);
}

run().then(
  () => process.exit(),
  error => {
    process.stderr.write(`${error.stack}\n`);
    process.exit(1);
  },
);
