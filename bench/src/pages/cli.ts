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
import { aimsSection } from '../cli/docs/aimsSection';
import { keepResult, readAimedResults } from '../cli/docs/keptResults';
import { replaceSection } from '../cli/docs/replaceSection';
import { repositoryRoot } from '../processes/root';
import { summarise } from '../summarise';
import { Workload, workloads } from '../workloads';
import { liveSection } from './live/liveSection';
import { LiveFigures, measureLive } from './live/measureLive';
import { measurePages, PageFigures } from './measurePages';
import { pagesSection } from './pagesSection';

const HELP = `Measures the dashboard beside the stock catalog page, as JSON.

Build the app before: yarn workspace app build

  --workload W a dashboard of twenty cards in front of the fleet of W1 or W3,
               its reloads and its frames; else the fleet of six clusters
  --rounds N   visits to each page that count (default 9)
  --out FILE   where the figures go (default: standard output)
  --write-docs puts them into docs/performance.md and bench/results
`;

interface Measured {
  readonly name: 'pages' | 'live';
  readonly figures: PageFigures | LiveFigures;
  /** What the documentation says of it. */
  section(date: string): string;
}

async function measure(
  rounds: number,
  workload: Workload | undefined,
): Promise<Measured> {
  const log = (line: string) => process.stderr.write(`[pages] ${line}\n`);
  if (workload) {
    const figures = await measureLive({ workload, rounds, log });
    const section = (date: string) => liveSection(figures, date);
    return { name: 'live', figures, section };
  }
  const figures = await measurePages({ rounds, log });
  const section = (date: string) => pagesSection(figures, date);
  return { name: 'pages', figures, section };
}

async function writeDocs({ name, figures, section }: Measured): Promise<void> {
  const date = new Date().toISOString();
  const summary = summarise([figures]);
  await keepResult(name, { date, ...figures, summary });
  const file = join(repositoryRoot, 'docs/performance.md');
  let text = await readFile(file, 'utf8');
  text = replaceSection(text, name, section(date));
  text = replaceSection(text, 'aims', aimsSection(await readAimedResults()));
  await writeFile(file, text);
}

async function run(): Promise<void> {
  const { values } = parseArgs({
    options: {
      workload: { type: 'string' },
      rounds: { type: 'string', default: '9' },
      out: { type: 'string' },
      'write-docs': { type: 'boolean' },
      help: { type: 'boolean' },
    },
  });
  const rounds = Number(values.rounds);
  const known = !values.workload || values.workload in workloads;
  if (values.help || !Number.isInteger(rounds) || rounds < 1 || !known) {
    process.stdout.write(HELP);
    process.exitCode = values.help ? 0 : 2;
    return;
  }
  const measured = await measure(rounds, workloads[values.workload ?? '']);
  const json = `${JSON.stringify(measured.figures, undefined, 2)}\n`;
  if (values['write-docs']) await writeDocs(measured);
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
