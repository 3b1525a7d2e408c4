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

import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { BenchResult } from '../../BenchResult';
import { plotResults } from '../../plot/plotResults';
import { repositoryRoot } from '../../processes/root';
import { SoakResult } from '../../soak/SoakResult';
import { aimsSection } from './aimsSection';
import { keepResult, readAimedResults, readKeptResults } from './keptResults';
import { replaceSection } from './replaceSection';
import { resultSection } from './resultSection';
import { soakSection } from './soakSection';

const DOCUMENT = join(repositoryRoot, 'docs/performance.md');
const PLOT = join(repositoryRoot, 'docs/images/performance.svg');

/** Keeps a result, and tells it in docs/performance.md with its aims and its plot. */
export async function writeDocs(result: BenchResult): Promise<string> {
  const { name } = result.workload;
  await keepResult(name, result);
  const kept = await readKeptResults();
  let text = await readFile(DOCUMENT, 'utf8');
  text = replaceSection(text, name, resultSection(result));
  text = replaceSection(text, 'aims', aimsSection(await readAimedResults()));
  await writeFile(DOCUMENT, text);
  await mkdir(dirname(PLOT), { recursive: true });
  await writeFile(PLOT, plotResults(kept));
  return DOCUMENT;
}

/** The same for a soak. */
export async function writeSoak(result: SoakResult): Promise<string> {
  await keepResult('soak', result);
  const text = await readFile(DOCUMENT, 'utf8');
  await writeFile(DOCUMENT, replaceSection(text, 'soak', soakSection(result)));
  return DOCUMENT;
}
