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

import {
  ActionImplementation,
  RequiredAccess,
  ResourceSource,
} from '@quarterdeck/backstage-plugin-fleet-node';

/** A right that the fleet uses, and what for. */
export interface FleetAccess extends RequiredAccess {
  /** For people: `Read pods`, `Scale workload`. */
  readonly purpose: string;
  readonly scope: 'cluster' | 'namespace';
  /** What it comes with: reading always, the others where they are wanted. */
  readonly part:
    'read' | 'secretsMetadata' | 'serviceProxy' | `action:${string}`;
}

const READ = ['get', 'list', 'watch'];

const SECRETS: FleetAccess = {
  purpose: 'Read the metadata of secrets',
  scope: 'namespace',
  part: 'secretsMetadata',
  group: '',
  resource: 'secrets',
  verbs: ['list', 'watch'],
};

const SERVICE_PROXY: FleetAccess = {
  purpose: 'Ask services such as Prometheus through the API server',
  scope: 'namespace',
  part: 'serviceProxy',
  group: '',
  resource: 'services/proxy',
  verbs: ['get'],
};

/** Every right that the fleet with its packs can use, each once. */
export function fleetAccess(options: {
  resources: readonly ResourceSource<any>[];
  actions: readonly ActionImplementation[];
}): FleetAccess[] {
  const found = new Map<string, FleetAccess>();
  const add = (access: FleetAccess) => {
    const key = `${access.part} ${access.group} ${access.resource}`;
    const known = found.get(key);
    const verbs = [...new Set([...(known?.verbs ?? []), ...access.verbs])];
    found.set(key, { ...(known ?? access), verbs });
  };
  options.resources.forEach(source => accessOfResource(source).forEach(add));
  add(SECRETS);
  add(SERVICE_PROXY);
  for (const { ref, rbac = [] } of options.actions) {
    for (const needed of rbac) {
      add({
        ...needed,
        purpose: ref.title,
        scope: ref.scope,
        part: `action:${ref.id}`,
      });
    }
  }
  return [...found.values()];
}

function accessOfResource(source: ResourceSource<any>): FleetAccess[] {
  const { ref } = source;
  const purpose = `Read ${ref.title ?? ref.id}`;
  if (source.source === 'poll') {
    return (source.rbac ?? []).map(needed => ({
      ...needed,
      purpose,
      scope: ref.scope,
      part: 'read',
    }));
  }
  const { group, plural } = source;
  if (group === '' && plural === 'secrets') {
    return [];
  }
  return [
    {
      purpose,
      scope: ref.scope,
      part: 'read',
      group,
      resource: plural,
      verbs: READ,
    },
  ];
}
