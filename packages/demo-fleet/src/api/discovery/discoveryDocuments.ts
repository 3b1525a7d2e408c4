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

import { createHash } from 'node:crypto';
import {
  apiVersionOf,
  ResourceType,
  Subresource,
} from '../../store/ResourceType';
import type { ResourceTypeRegistry } from '../../store/ResourceTypeRegistry';

interface SubresourceShape {
  verbs: string[];
  group?: string;
  version?: string;
  kind?: string;
}

const SUBRESOURCES: Record<Subresource, SubresourceShape> = {
  status: { verbs: ['get', 'patch', 'update'] },
  scale: {
    verbs: ['get', 'patch', 'update'],
    group: 'autoscaling',
    version: 'v1',
    kind: 'Scale',
  },
  eviction: {
    verbs: ['create'],
    group: 'policy',
    version: 'v1',
    kind: 'Eviction',
  },
  binding: { verbs: ['create'], kind: 'Binding' },
  log: { verbs: ['get'] },
  token: {
    verbs: ['create'],
    group: 'authentication.k8s.io',
    version: 'v1',
    kind: 'TokenRequest',
  },
  finalize: { verbs: ['update'] },
};

function review(group: string, kind: string): ResourceType {
  return {
    group,
    version: 'v1',
    kind,
    plural: `${kind.toLowerCase()}s`,
    singular: kind.toLowerCase(),
    listKind: `${kind}List`,
    shortNames: [],
    namespaced: false,
    subresources: [],
    verbs: ['create'],
    generation: false,
  };
}

/** Kinds that are answered at once and never stored. */
const REVIEWS: ResourceType[] = [
  review('authentication.k8s.io', 'SelfSubjectReview'),
  {
    ...review('authorization.k8s.io', 'LocalSubjectAccessReview'),
    namespaced: true,
  },
  review('authorization.k8s.io', 'SelfSubjectAccessReview'),
  review('authorization.k8s.io', 'SelfSubjectRulesReview'),
  review('authorization.k8s.io', 'SubjectAccessReview'),
];

interface GroupVersion {
  group: string;
  version: string;
  types: ResourceType[];
}

export class DiscoveryDocuments {
  constructor(private readonly types: ResourceTypeRegistry) {}

  apiVersions(address: string): object {
    return {
      kind: 'APIVersions',
      versions: ['v1'],
      serverAddressByClientCIDRs: [
        { clientCIDR: '0.0.0.0/0', serverAddress: address },
      ],
    };
  }

  groupList(): object {
    return {
      kind: 'APIGroupList',
      apiVersion: 'v1',
      groups: this.#groups().map(([name, versions]) =>
        groupEntry(name, versions),
      ),
    };
  }

  group(name: string): object | undefined {
    const found = this.#groups().find(([each]) => each === name);
    return (
      found && { kind: 'APIGroup', apiVersion: 'v1', ...groupEntry(...found) }
    );
  }

  resourceList(groupName: string, version: string): object | undefined {
    const found = this.groupVersions().find(
      each => each.group === groupName && each.version === version,
    );
    return (
      found && {
        kind: 'APIResourceList',
        ...(groupName && { apiVersion: 'v1' }),
        groupVersion: apiVersionOf(found),
        resources: found.types.flatMap(resources),
      }
    );
  }

  /** The aggregated document of `/api` (core group) or of `/apis`. */
  aggregated(core: boolean): object {
    const groups = core
      ? this.groupVersions()
          .filter(({ group: name }) => name === '')
          .map((each): [string, GroupVersion[]] => ['', [each]])
      : this.#groups();
    return {
      kind: 'APIGroupDiscoveryList',
      apiVersion: 'apidiscovery.k8s.io/v2',
      metadata: {},
      items: groups.map(([name, versions]) => ({
        metadata: name ? { name } : {},
        versions: versions.map(({ version, types }) => ({
          version,
          resources: types.map(aggregatedResource),
          freshness: 'Current',
        })),
      })),
    };
  }

  groupVersions(): GroupVersion[] {
    const found = new Map<string, GroupVersion>();
    for (const type of [...this.types.all(), ...REVIEWS]) {
      const { group: name, version } = type;
      const key = apiVersionOf(type);
      const entry = found.get(key) ?? { group: name, version, types: [] };
      found.set(key, entry);
      entry.types.push(type);
    }
    for (const { types } of found.values()) {
      types.sort((left, right) => (left.plural < right.plural ? -1 : 1));
    }
    return [...found.values()];
  }

  #groups(): Array<[string, GroupVersion[]]> {
    const found = new Map<string, GroupVersion[]>();
    for (const each of this.groupVersions()) {
      if (!each.group) continue;
      found.set(each.group, [...(found.get(each.group) ?? []), each]);
    }
    return [...found];
  }
}

function groupEntry(name: string, versions: GroupVersion[]) {
  const listed = versions.map(each => ({
    groupVersion: apiVersionOf(each),
    version: each.version,
  }));
  return { name, versions: listed, preferredVersion: listed[0] };
}

function storageHash(type: ResourceType): string {
  const { group: name, version, kind } = type.storedAs ?? type;
  return createHash('sha256')
    .update(`${name}/${version}/${kind}`)
    .digest()
    .subarray(0, 8)
    .toString('base64');
}

function resources(type: ResourceType): object[] {
  const stored = type.verbs.includes('list');
  return [
    {
      name: type.plural,
      singularName: type.singular,
      namespaced: type.namespaced,
      kind: type.kind,
      verbs: type.verbs,
      ...(type.shortNames.length > 0 && { shortNames: type.shortNames }),
      ...(type.categories && { categories: type.categories }),
      ...(stored && { storageVersionHash: storageHash(type) }),
    },
    ...type.subresources.map(name => {
      const shape = SUBRESOURCES[name];
      return {
        name: `${type.plural}/${name}`,
        singularName: '',
        namespaced: type.namespaced,
        ...(shape.group && { group: shape.group, version: shape.version }),
        kind: shape.kind ?? type.kind,
        verbs: shape.verbs,
      };
    }),
  ];
}

function aggregatedResource(type: ResourceType): object {
  const own = type.custom
    ? { group: type.group, version: type.version, kind: type.kind }
    : { group: '', version: '', kind: type.kind };
  return {
    resource: type.plural,
    responseKind: own,
    scope: type.namespaced ? 'Namespaced' : 'Cluster',
    singularResource: type.singular,
    verbs: type.verbs,
    ...(type.shortNames.length > 0 && { shortNames: type.shortNames }),
    ...(type.categories && { categories: type.categories }),
    ...(type.subresources.length > 0 && {
      subresources: type.subresources.map(name => {
        const { verbs, group: groupName, version, kind } = SUBRESOURCES[name];
        return {
          subresource: name,
          responseKind: groupName
            ? { group: groupName, version, kind }
            : { ...own, kind: kind ?? type.kind },
          verbs,
        };
      }),
    }),
  };
}
