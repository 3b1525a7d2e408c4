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

import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { SystemProcess } from '../processes/SystemProcess';

/** Keeps CPU profiles of the parts of a run, if somebody wants them. */
export class Profiles {
  constructor(
    private readonly folder: string | undefined,
    private readonly prefix: string,
  ) {
    if (folder !== undefined) mkdirSync(folder, { recursive: true });
  }

  async start(system: SystemProcess): Promise<void> {
    if (this.folder !== undefined) await system.ask('profile');
  }

  async stop(system: SystemProcess, name: string): Promise<void> {
    if (this.folder === undefined) return;
    const file = join(this.folder, `${this.prefix}-${name}.cpuprofile`);
    await system.ask('stopProfile', resolve(file));
  }
}
