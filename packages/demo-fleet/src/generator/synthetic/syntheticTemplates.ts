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

import { templateHash } from '../../controllers/podFromTemplate';
import { podTemplate } from '../podTemplate';
import { Workload, workloadSchema } from '../scenarioSchema';

export interface SyntheticTemplate {
  workload: Workload;
  template: any;
  hash: string;
}

const TEAMS = ['platform', 'checkout', 'data', 'ml', 'storefront', 'edge'];
const NOUNS = ['cart', 'order', 'price', 'stock', 'search', 'review', 'ledger'];
const ROLES = ['api', 'worker', 'cache', 'gateway', 'indexer'];

export function teamOf(index: number): string {
  return TEAMS[index % TEAMS.length];
}

const templates: SyntheticTemplate[] = [];

/** The nth workload of any cluster: the same objects everywhere, to save memory. */
export function syntheticTemplate(
  index: number,
  namespace: string,
): SyntheticTemplate {
  const known = templates[index];
  if (known?.workload.namespace === namespace) return known;
  const name = `${NOUNS[index % NOUNS.length]}-${ROLES[index % ROLES.length]}-${index}`;
  const workload = workloadSchema.parse({
    namespace,
    name,
    image: `registry.example.com/${teamOf(index)}/${name}`,
    port: 8_080,
    cpu: '100m',
    memory: '256Mi',
    sidecar: index % 3 === 0,
  });
  const plain = podTemplate(workload, `1.${index % 20}.0`);
  const hash = templateHash(plain);
  const labels = { ...plain.metadata.labels, 'pod-template-hash': hash };
  const template = { ...plain, metadata: { ...plain.metadata, labels } };
  const made = { workload, template, hash };
  templates[index] = made;
  return made;
}
