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

import { ClusterAccess } from '@quarterdeck/backstage-plugin-fleet-common';
import { FleetAccess } from '../../rbac/fleetAccess';

type AccessRule = ClusterAccess['rules'][number];

const WRITES = ['create', 'update', 'patch', 'delete', 'deletecollection'];
const MOST = 20;

/** Reviews of one's own rights, which Kubernetes grants to everybody. */
const OWN_REVIEWS = ['authorization.k8s.io', 'authentication.k8s.io'];

/** Rights that nothing in the fleet uses and that are worth taking away, one sentence each. */
export function excessiveRights(
  rules: readonly AccessRule[],
  access: readonly FleetAccess[],
): string[] {
  if (rules.some(isEverything)) {
    return ['It may do everything. Give it a role of its own.'];
  }
  const used = new Set(
    access.flatMap(({ verbs, group, resource }) =>
      verbs.map(verb => `${verb} ${group} ${resource}`),
    ),
  );
  const found = new Set<string>();
  for (const rule of rules) {
    const sentence = excessOf(rule, used);
    if (sentence) found.add(sentence);
  }
  return [...found].slice(0, MOST);
}

function excessOf(
  { verbs, apiGroups, resources }: AccessRule,
  used: ReadonlySet<string>,
): string | undefined {
  if (apiGroups.every(group => OWN_REVIEWS.includes(group))) {
    return undefined;
  }
  const named = resources.join(', ');
  if (has(verbs, 'get', 'list', 'watch') && has(resources, 'secrets')) {
    return resources.includes('*')
      ? `It may read all kinds${ofGroups(apiGroups)}, contents of secrets included.`
      : 'It may read the contents of secrets; the fleet reads their metadata at most.';
  }
  for (const verb of ['impersonate', 'escalate', 'bind']) {
    if (has(verbs, verb)) return `It may ${verb} (${named}).`;
  }
  const writes = (verbs.includes('*') ? WRITES : verbs).filter(verb =>
    WRITES.includes(verb),
  );
  const unused = writes.filter(verb =>
    apiGroups.some(group =>
      resources.some(resource => !used.has(`${verb} ${group} ${resource}`)),
    ),
  );
  return unused.length > 0
    ? `It may ${unused.join(', ')} ${named}${ofGroups(apiGroups)}, which nothing in the fleet does.`
    : undefined;
}

function isEverything({ verbs, apiGroups, resources }: AccessRule): boolean {
  return [verbs, apiGroups, resources].every(list => list.includes('*'));
}

function has(list: readonly string[], ...wanted: string[]): boolean {
  return list.includes('*') || wanted.some(each => list.includes(each));
}

function ofGroups(groups: readonly string[]): string {
  const names = groups.filter(group => group !== '' && group !== '*');
  return names.length > 0 ? ` of ${names.join(', ')}` : '';
}
