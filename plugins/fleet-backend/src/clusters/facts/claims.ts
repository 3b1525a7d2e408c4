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

import { ClusterFact } from '@quarterdeck/backstage-plugin-fleet-common';

/** A fact that one piece of evidence speaks for. */
export interface Claim {
  readonly value: string;
  readonly evidence: string;
}

const LONGEST = 80;

/** What the nodes say: the value of most of them, and in the evidence how many say otherwise. */
export function majority(
  said: readonly (Claim | undefined)[],
): ClusterFact | undefined {
  const byValue = new Map<string, { count: number; evidence: string }>();
  for (const claim of said) {
    if (!claim) continue;
    const known = byValue.get(claim.value);
    if (known) known.count += 1;
    else byValue.set(claim.value, { count: 1, evidence: claim.evidence });
  }
  const ranked = [...byValue].sort(
    ([a, { count: m }], [b, { count: n }]) => n - m || (a < b ? -1 : 1),
  );
  if (ranked.length === 0) {
    return undefined;
  }
  const [[value, { count, evidence }], ...others] = ranked;
  const rest = others.map(([other, { count: n }]) => `${other} (${n})`);
  const share = count < said.length ? `${count} of ${said.length}` : undefined;
  const nodes = share ? `${share} nodes` : nodesOf(count);
  return {
    value,
    evidence: `${evidence} on ${nodes}${
      rest.length > 0 ? `; others say ${rest.slice(0, 3).join(', ')}` : ''
    }`,
  };
}

/** Text of a cluster as part of a sentence. */
export function quoted(text: string): string {
  // eslint-disable-next-line no-control-regex
  const plain = text.replace(/[\u0000-\u001f\u007f]+/g, ' ');
  return plain.length > LONGEST ? `${plain.slice(0, LONGEST - 1)}…` : plain;
}

function nodesOf(count: number): string {
  return count === 1 ? 'its one node' : `all ${count} nodes`;
}
