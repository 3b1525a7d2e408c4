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

import { spawnSync } from 'node:child_process';
import { cpus } from 'node:os';

/** Core of the demo fleet and of the clients. */
export const LOAD_CORE = 0;
/** Core that the measured process has for itself. */
export const SYSTEM_CORE = 1;

let available: boolean | undefined;

export function canPin(): boolean {
  available ??=
    cpus().length > 1 &&
    spawnSync('taskset', ['-c', `${SYSTEM_CORE}`, 'true']).status === 0;
  return available;
}

/** The command line that runs a program on one core, or anywhere if that cannot be chosen. */
export function pinned(core: number, command: string[]): string[] {
  return canPin() ? ['taskset', '-c', `${core}`, ...command] : command;
}

export function pinThisProcess(core: number): void {
  if (canPin()) {
    spawnSync('taskset', ['-a', '-cp', `${core}`, `${process.pid}`]);
  }
}
