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

import { FailureReason } from '@quarterdeck/backstage-plugin-fleet-common';
import { ClusterRequestError } from '@quarterdeck/backstage-plugin-fleet-node';
import { z } from 'zod';

/** One line of the answer. */
export interface ReadinessCheck {
  name: string;
  passed: boolean;
  /** Of a check that failed: what the server says of it, `reason withheld` as a rule. */
  detail?: string;
}

const CHECK = /^\[([+-])\](\S+) (?:failed: )?(.*)$/gm;

const refusalSchema = z.object({
  kind: z.literal('Status'),
  code: z.number().int(),
  message: z.string(),
});

/**
 * Reads the text of `/readyz?verbose`: `[+]etcd ok` or `[-]etcd failed: reason withheld` on a line for each check.
 *
 * @throws ClusterRequestError when there is no check in it.
 */
export function parseReadiness(
  text: string,
  cluster: string,
): ReadinessCheck[] {
  const checks = [...text.matchAll(CHECK)].map(([, sign, name, detail]) =>
    sign === '+' ? { name, passed: true } : { name, passed: false, detail },
  );
  if (checks.length === 0) {
    throw refusal(text, cluster);
  }
  return checks;
}

/** Why an answer has no checks: the server's own words where it refused to answer. */
function refusal(text: string, cluster: string): ClusterRequestError {
  const { data } = refusalSchema.safeParse(parseJson(text));
  return new ClusterRequestError(
    data?.message ?? 'The answer to /readyz?verbose names no checks',
    {
      cluster,
      reason: data ? reasonOf(data.code) : 'degraded',
      status: data?.code,
    },
  );
}

function reasonOf(code: number): FailureReason {
  if (code === 401) return 'auth';
  return code === 403 ? 'forbidden' : 'degraded';
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
