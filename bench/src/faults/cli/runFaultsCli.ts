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
import { dirname, resolve } from 'node:path';
import { faultCases } from '../cases/faultCases';
import { FaultsReport, reportHead } from '../report/FaultsReport';
import { writeReliability } from '../report/writeReliability';
import { runSchedules, SchedulesResult } from '../schedules/runSchedules';
import { SystemName, systemNames } from '../systems/FaultSystem';
import type { CaseResult } from '../table/CaseResult';
import { runTable } from '../table/runTable';
import {
  FaultsOptions,
  FaultsUsageError,
  HELP,
  parseFaultsOptions,
} from './parseFaultsOptions';

const CASES_AT_ONCE = 12;
const SCHEDULES_AT_ONCE = 60;
const PROGRESS_EVERY = 50;

export async function runFaultsCli(args: string[]): Promise<void> {
  try {
    const known = faultCases.map(({ id }) => id);
    const options = parseFaultsOptions(args, known, Date.now());
    if (options) await run(options);
    else process.stdout.write(HELP);
  } catch (error) {
    if (!(error instanceof FaultsUsageError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 2;
  }
}

async function run(options: FaultsOptions): Promise<void> {
  const { patience } = options;
  surviveInformers();
  const began = performance.now();
  const cases = await runTable({
    cases: faultCases.filter(
      ({ id }) => !options.cases || options.cases.includes(id),
    ),
    systems: options.peers ? systemNames : ['quarterdeck'],
    atOnce: options.atOnce ?? CASES_AT_ONCE,
    patience,
    onResult: result => log(caseLine(result)),
  });
  const schedules =
    options.runs > 0
      ? await runSchedules({
          runs: options.runs,
          seed: options.seed,
          atOnce: options.atOnce ?? SCHEDULES_AT_ONCE,
          patience,
          onResult: ({ seed, failure, steps }, done) => {
            if (failure) {
              log(`schedule ${seed}: ${failure}\n  ${steps.join('\n  ')}`);
            } else if (done % PROGRESS_EVERY === 0) {
              log(`${done} of ${options.runs} schedules`);
            }
          },
        })
      : undefined;
  const report: FaultsReport = {
    ...reportHead(),
    patience,
    seconds: Math.round((performance.now() - began) / 1_000),
    cases,
    schedules,
  };
  const out = resolve(options.out);
  await mkdir(dirname(out), { recursive: true });
  await writeFile(out, `${JSON.stringify(report, undefined, 2)}\n`);
  const docs = options.writeDocs ? await writeReliability(report) : undefined;
  process.stdout.write(
    [
      '',
      ...new Set(cases.map(({ system }) => totalLine(cases, system))),
      ...(schedules ? [scheduleLine(schedules)] : []),
      `All of it: ${out}`,
      ...(docs ? [`Written to ${docs}`] : []),
      '',
    ].join('\n'),
  );
  const failed =
    cases.some(
      ({ system, verdict }) => system === 'quarterdeck' && verdict === 'failed',
    ) || (schedules?.failed.length ?? 0) > 0;
  if (failed) process.exitCode = 1;
}

function caseLine({ id, system, verdict, seconds, message }: CaseResult) {
  const said = message ? `: ${message}` : '';
  return `${id} ${system} ${verdict} (${seconds.toFixed(1)} s)${said}`;
}

function totalLine(cases: readonly CaseResult[], of: SystemName): string {
  const count = (verdict: CaseResult['verdict']) =>
    cases.filter(each => each.system === of && each.verdict === verdict).length;
  return `${of}: ${count('passed')} passed, ${count('failed')} failed, ${count('not applicable')} not applicable, ${count('not run')} not run`;
}

function scheduleLine({ runs, failed, seed, seconds }: SchedulesResult) {
  const seeds = failed.map(each => each.seed).join(', ');
  return `${runs} schedules from seed ${seed} in ${Math.round(seconds)} s, ${failed.length} failed${seeds && `: ${seeds}`}`;
}

function log(line: string): void {
  process.stderr.write(`[faults] ${line}\n`);
}

/** What informers leave unhandled would end the process, and with it the cases of the others. */
function surviveInformers(): void {
  // Each backend of a case listens too.
  process.setMaxListeners(0);
  process.on('unhandledRejection', error => {
    const { stack } = error as Error;
    if (!stack?.includes('client-node')) throw error;
    log(`left unhandled by an informer: ${error}`);
  });
}
