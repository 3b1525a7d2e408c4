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

import type { FaultCase } from '../FaultCase';
import type { SystemName } from '../systems/FaultSystem';
import type { CaseResult } from './CaseResult';
import { runCase } from './runCase';

export interface RunTableOptions {
  readonly cases: readonly FaultCase[];
  readonly systems: readonly SystemName[];
  /** Cases that are played at once. They mostly wait. */
  readonly atOnce: number;
  readonly patience: number;
  readonly onResult?: (result: CaseResult) => void;
}

interface Play {
  readonly faultCase: FaultCase;
  readonly system: SystemName;
}

/** Plays cases against systems: many at once, and those that need the machine for themselves one after the other at the end. */
export async function runTable(
  options: RunTableOptions,
): Promise<readonly CaseResult[]> {
  const { cases, systems, atOnce, patience, onResult } = options;
  const results: CaseResult[] = [];
  const play = async (each: Play) => {
    const result = await runCase({ ...each, patience });
    results.push(result);
    onResult?.(result);
  };
  const plays = systems.flatMap(system =>
    cases.map((faultCase): Play => ({ faultCase, system })),
  );
  const waiting = plays.filter(each => !isAlone(each));
  const work = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      await play(next);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  for (const each of plays.filter(isAlone)) await play(each);
  return results;
}

function isAlone({ faultCase, system }: Play): boolean {
  return (
    faultCase.alone === true ||
    (faultCase.storms === true && system !== 'quarterdeck')
  );
}
