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
import { repositoryRoot } from '../../processes/root';
import { faultCases } from '../cases/faultCases';
import { SystemName, systemNames } from '../systems/FaultSystem';
import type { CaseResult } from '../table/CaseResult';
import type { FaultsReport } from './FaultsReport';

const BEGIN = '<!-- bench:faults -->';
const END = '<!-- /bench:faults -->';

const HEADS: Readonly<Record<SystemName, string>> = {
  quarterdeck: 'Quarterdeck',
  informers: 'Informers',
  'restarted-informers': 'Informers, restarted',
};

const VERDICTS: Readonly<Record<CaseResult['verdict'], string>> = {
  passed: 'passed',
  failed: '**failed**',
  'not applicable': '–',
  'not run': 'not run',
};

/** Puts a run between the markers of docs/reliability.md. */
export async function writeReliability(report: FaultsReport): Promise<string> {
  const file = join(repositoryRoot, 'docs/reliability.md');
  const text = await readFile(file, 'utf8');
  const from = text.indexOf(BEGIN);
  const to = text.indexOf(END);
  if (from < 0 || to < from) throw new Error(`${file} has no place for it`);
  await writeFile(
    file,
    `${text.slice(0, from + BEGIN.length)}\n\n${reliabilitySection(report)}\n\n${text.slice(to)}`,
  );
  return file;
}

/** The results as Markdown, as the formatter of the repository would leave it. */
export function reliabilitySection(report: FaultsReport): string {
  const { date, machine, versions, schedules, patience } = report;
  return [
    `Run on ${date.slice(0, 10)}: ${machine.cores} cores (${machine.cpu}), ${machine.memoryGb} GB, Node ${versions.node}, client-node ${versions.clientNode}${patience > 1 ? `; upper limits of time times ${patience}` : ''}.`,
    '',
    ...table(totals(report)),
    '',
    ...(schedules
      ? [
          `${schedules.runs.toLocaleString('en-GB')} random schedules with ${schedules.steps.toLocaleString('en-GB')} steps, seeds from ${schedules.seed}, in ${Math.round(schedules.seconds)} s: ${
            schedules.failed.length === 0
              ? 'none failed'
              : `${schedules.failed.length} failed (seeds ${schedules.failed.map(({ seed }) => seed).join(', ')})`
          }.`,
        ]
      : ['Random schedules: not run.']),
    '',
    ...table(rows(report)),
    ...reasons(report),
  ].join('\n');
}

function totals({ cases }: FaultsReport): string[][] {
  const of = (system: SystemName, verdict: CaseResult['verdict']) =>
    cases.filter(each => each.system === system && each.verdict === verdict)
      .length;
  const missing = (system: SystemName) =>
    faultCases.length - cases.filter(each => each.system === system).length;
  const count = (system: SystemName, verdict: CaseResult['verdict']) =>
    String(of(system, verdict) + (verdict === 'not run' ? missing(system) : 0));
  return [
    ['', 'passed', 'failed', 'not applicable', 'not run'],
    ...systemNames.map(system => [
      HEADS[system],
      count(system, 'passed'),
      count(system, 'failed'),
      count(system, 'not applicable'),
      count(system, 'not run'),
    ]),
  ];
}

function rows({ cases }: FaultsReport): string[][] {
  return [
    ['Case', 'What goes wrong, and what must follow', ...Object.values(HEADS)],
    ...faultCases.map(({ id, title, runtime }) => [
      id,
      `${title}${clockOf(runtime)}`,
      ...systemNames.map(system => {
        const result = cases.find(
          each => each.id === id && each.system === system,
        );
        return result ? VERDICTS[result.verdict] : 'not run';
      }),
    ]),
  ];
}

function clockOf(runtime: (typeof faultCases)[number]['runtime']): string {
  return runtime?.wired === 'parts' && runtime.clockRate
    ? ` (clock × ${runtime.clockRate})`
    : '';
}

function reasons({ cases }: FaultsReport): string[] {
  const told = cases.filter(
    ({ verdict, message, system }) =>
      message && (verdict === 'failed' || system === 'quarterdeck'),
  );
  if (told.length === 0) return [];
  const order = faultCases.map(({ id }) => id);
  return [
    '',
    'What was measured, and why cases failed:',
    '',
    ...[...told]
      .sort((a, b) => order.indexOf(a.id) - order.indexOf(b.id))
      .map(
        ({ id, system, message }) =>
          `- ${id}, ${HEADS[system]}: ${inline(message!)}`,
      ),
  ];
}

/** Text of one line in which nothing is Markdown. */
function inline(text: string): string {
  const line = text.replace(/\s+/g, ' ').replace(/`/g, "'").slice(0, 240);
  return `\`${line.trim()}\``;
}

function table([head, ...body]: readonly string[][]): string[] {
  const lines = [head, head.map(() => ''), ...body].map(row =>
    row.map(cell => cell.replace(/\|/g, '\\|')),
  );
  const widths = head.map((_, column) =>
    Math.max(3, ...lines.map(row => row[column].length)),
  );
  return lines.map((row, index) =>
    index === 1
      ? `| ${widths.map(width => '-'.repeat(width)).join(' | ')} |`
      : `| ${row.map((cell, column) => cell.padEnd(widths[column])).join(' | ')} |`,
  );
}
