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

import type { IncomingMessage } from 'node:http';
import type { DemoCluster } from '../DemoCluster';
import { FaultRuleError } from '../faults/checkFaultRule';
import type { FaultRule } from '../faults/FaultRule';
import type { ActiveFault } from '../faults/FaultSwitchboard';
import { ControlAnswer, readJson } from './ControlAnswer';

/** Lists, adds and removes the faults of a cluster; undefined for anything else. */
export async function answerFaults(
  { name, faults }: DemoCluster,
  request: IncomingMessage,
  id: string | undefined,
): Promise<ControlAnswer | undefined> {
  const all = () => ({ status: 200, body: faults.list().map(describeFault) });
  if (id !== undefined) {
    if (request.method !== 'DELETE') return undefined;
    return faults.remove(id)
      ? all()
      : {
          status: 404,
          body: { error: `No fault of "${name}" has the id "${id}".` },
        };
  }
  switch (request.method) {
    case 'GET':
      return all();
    case 'DELETE':
      faults.clear();
      return all();
    case 'POST':
      return addFault(faults, await readJson(request));
    default:
      return undefined;
  }
}

function addFault(faults: DemoCluster['faults'], rule: unknown): ControlAnswer {
  if (rule === undefined) {
    return { status: 400, body: { error: 'The body is no JSON.' } };
  }
  try {
    return { status: 201, body: describeFault(faults.add(rule as FaultRule)) };
  } catch (error) {
    if (!(error instanceof FaultRuleError)) throw error;
    return { status: 400, body: { error: error.message } };
  }
}

/** As JSON, in which an expression is written as it is given. */
function describeFault({ id, rule, hits, wornOff }: ActiveFault) {
  const { path } = rule.match ?? {};
  const match = path instanceof RegExp && {
    ...rule.match,
    path: { regex: path.source, ...(path.flags && { flags: path.flags }) },
  };
  return { id, hits, wornOff, ...rule, ...(match && { match }) };
}
