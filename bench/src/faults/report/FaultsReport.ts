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

import { cpus, totalmem } from 'node:os';
import { execFileSync } from 'node:child_process';
import { repositoryRoot } from '../../processes/root';
import type { SchedulesResult } from '../schedules/runSchedules';
import type { CaseResult } from '../table/CaseResult';

/** All that a run of the suite found. */
export interface FaultsReport {
  readonly date: string;
  readonly commit?: string;
  readonly versions: {
    readonly node: string;
    readonly clientNode: string;
  };
  readonly machine: {
    readonly cores: number;
    readonly cpu: string;
    readonly memoryGb: number;
  };
  readonly patience: number;
  readonly seconds: number;
  readonly cases: readonly CaseResult[];
  readonly schedules?: SchedulesResult;
}

/** What the run was made with and on. */
export function reportHead(): Pick<
  FaultsReport,
  'date' | 'commit' | 'versions' | 'machine'
> {
  return {
    date: new Date().toISOString(),
    commit: commitOf(),
    versions: {
      node: process.version,
      clientNode: require('@kubernetes/client-node/package.json').version,
    },
    machine: {
      cores: cpus().length,
      cpu: cpus()[0]?.model ?? 'unknown',
      memoryGb: Math.round(totalmem() / 1024 ** 3),
    },
  };
}

function commitOf(): string | undefined {
  try {
    return execFileSync('git', ['rev-parse', '--short', 'HEAD'], {
      cwd: repositoryRoot,
      encoding: 'utf8',
    }).trim();
  } catch {
    return undefined;
  }
}
