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

import { SystemProcess } from '../../processes/SystemProcess';
import type { SystemOptions } from '../../systems/protocol';
import type { FleetServer } from './FleetServer';

/** The fleet plugin in a backend that is a process of its own. */
export async function startFleetProcess(
  options: SystemOptions,
): Promise<FleetServer> {
  const process = new SystemProcess('fleetBackend', options);
  const { port } = await process.ask('start');
  return {
    url: `http://127.0.0.1:${port}/api/fleet`,
    process,
    stop: () => process.stop(),
  };
}
