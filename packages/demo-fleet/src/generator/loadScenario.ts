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

import { readFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { parse, YAMLParseError } from 'yaml';
import { z } from 'zod';
import { Pack, packSchema, Scenario, scenarioSchema } from './scenarioSchema';

/** A scenario that cannot be used, with the reason for its author. */
export class ScenarioError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'ScenarioError';
  }
}

export interface LoadedScenario extends Scenario {
  loadedPacks: Pack[];
}

// Only ever run from its sources, so that this is where the file is.
// eslint-disable-next-line no-restricted-syntax
export const DEFAULT_SCENARIO = join(__dirname, '../../scenarios/default.yaml');

/** Reads a scenario, with the packs that it names. */
export async function loadScenario(path: string): Promise<LoadedScenario> {
  const scenario = await readChecked(path, scenarioSchema);
  checkReferences(path, scenario);
  const loadedPacks = await Promise.all(
    scenario.packs.map(async pack => {
      const file = resolve(dirname(path), pack);
      const loaded = await readChecked(file, packSchema);
      const known = new Set(scenario.clusters.map(cluster => cluster.name));
      for (const name of loaded.clusters) {
        if (name !== '*' && !known.has(name)) {
          throw new ScenarioError(
            `${file}: clusters names "${name}", which scenario ${path} does not have.`,
          );
        }
      }
      return loaded;
    }),
  );
  return { ...scenario, loadedPacks };
}

/** Checks a scenario that is given as a value rather than as a file. */
export function checkScenario(value: unknown, source: string): LoadedScenario {
  const scenario = checked(source, value, scenarioSchema);
  checkReferences(source, scenario);
  return { ...scenario, loadedPacks: [] };
}

async function readChecked<T extends z.ZodType>(
  path: string,
  schema: T,
): Promise<z.infer<T>> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch {
    throw new ScenarioError(`${path}: cannot be read.`);
  }
  let value: unknown;
  try {
    value = parse(text, { merge: true });
  } catch (error) {
    if (!(error instanceof YAMLParseError)) throw error;
    throw new ScenarioError(
      `${path}: is not YAML: ${error.message.split('\n')[0]}`,
    );
  }
  return checked(path, value, schema);
}

function checked<T extends z.ZodType>(
  source: string,
  value: unknown,
  schema: T,
): z.infer<T> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const more = result.error.issues.length - 1;
  const where = issue.path
    .map(step => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`))
    .join('')
    .replace(/^\./, '');
  throw new ScenarioError(
    `${source}: ${where ? `${where}: ` : ''}${issue.message}${
      more > 0 ? ` (and ${more} more)` : ''
    }`,
  );
}

function checkReferences(source: string, scenario: Scenario): void {
  const names = scenario.clusters.map(cluster => cluster.name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice) {
    throw new ScenarioError(`${source}: clusters: "${twice}" is there twice.`);
  }
  for (const cluster of scenario.clusters) {
    const missing = cluster.include.find(set => !scenario.workloadSets[set]);
    if (missing) {
      throw new ScenarioError(
        `${source}: clusters: "${cluster.name}" includes the workload set "${missing}", which does not exist.`,
      );
    }
  }
}
