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

import { resolve } from 'node:path';
import { ScenarioError } from '../generator/loadScenario';
import { startDemoFleet } from '../startDemoFleet';
import { fleetTable } from './fleetTable';
import { CliOptions, HELP, parseOptions, UsageError } from './parseOptions';
import { writeKubeconfig } from './writeKubeconfig';

export async function runCli(args: string[]): Promise<void> {
  try {
    const options = parseOptions(args);
    if (options.help) {
      process.stdout.write(HELP);
      return;
    }
    await run(options);
  } catch (error) {
    const sentence = explain(error);
    if (sentence === undefined) throw error;
    process.stderr.write(`${sentence}\n`);
    process.exitCode = error instanceof UsageError ? 2 : 1;
  }
}

async function run({ fleet: options, kubeconfig }: CliOptions): Promise<void> {
  const starting = startDemoFleet(options);
  let stopping = false;
  const stop = () => {
    if (stopping) return;
    stopping = true;
    void starting.then(fleet => fleet.stop()).finally(() => process.exit());
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);

  const path = resolve(kubeconfig);
  const fleet = await starting;
  if (stopping) return;
  try {
    // Whoever waits for the clusters waits for the other file: it comes last.
    await writeKubeconfig(`${path}.portal`, fleet.portalKubeconfig());
    await writeKubeconfig(path, fleet.kubeconfig());
  } catch (error) {
    await fleet.stop();
    throw error;
  }
  process.stdout.write(
    [
      fleetTable(fleet.clusters),
      '',
      `Look around:  kubectl --kubeconfig ${path} --context ${fleet.clusters[0].name} get pods -A`,
      `Break things: curl -X POST ${fleet.controlUrl}/clusters/<name>/stop   (and start)`,
      `demo-fleet ready ${fleet.controlUrl}`,
      '',
    ].join('\n'),
  );
}

/** One sentence for what people can put right; undefined for our own faults. */
function explain(error: unknown): string | undefined {
  if (error instanceof UsageError || error instanceof ScenarioError) {
    return error.message;
  }
  const { code, port, path } = error as NodeJS.ErrnoException & {
    port?: number;
  };
  if (code === 'EADDRINUSE') {
    return `Port ${port} is in use: choose another with --port.`;
  }
  if (code === 'EACCES' || code === 'ENOTDIR' || code === 'EISDIR') {
    return `The kubeconfig cannot be written to ${path}: choose another with --kubeconfig.`;
  }
  return undefined;
}
