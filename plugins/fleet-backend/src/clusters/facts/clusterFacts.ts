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
  ClusterFact,
  ClusterFacts,
} from '@quarterdeck/backstage-plugin-fleet-common';
import { Claim, majority, quoted } from './claims';
import { ClusterEvidence, NodeEvidence } from './ClusterEvidence';
import { consoleLink } from './consoleLink';
import {
  environmentOf,
  environmentOfNames,
  platformOfNames,
} from './nameWords';
import { markOf } from './platformLabels';
import { providerIdEvidence, schemeOf } from './providerIds';
import { serverEvidence } from './serverEvidence';

type Platform = 'provider' | 'distribution';

const VERSIONS: ReadonlyArray<
  [pattern: RegExp, found: { provider?: string; distribution: string }]
> = [
  [/-eks-/, { provider: 'aws', distribution: 'eks' }],
  [/-gke\./, { provider: 'gcp', distribution: 'gke' }],
  [/\+k3s/, { distribution: 'k3s' }],
  [/\+rke2/, { distribution: 'rancher' }],
];

const GROUPS: Readonly<Record<string, string>> = {
  'config.openshift.io': 'openshift',
};

/**
 * Concludes what kind of cluster it is and where it runs, each fact with the best evidence for it: what the operator configured, then what the
 * nodes carry, the version, the address, and last the names.
 */
export function clusterFacts(evidence: ClusterEvidence): ClusterFacts {
  const distribution =
    platform(evidence, 'distribution') ?? plainKubernetes(evidence);
  const provider =
    platform(evidence, 'provider') ?? noProvider(evidence, distribution);
  const region = regionOf(evidence);
  const environment = environmentFact(evidence);
  const console = consoleLink(evidence, { provider, distribution, region });
  return {
    ...(provider && { provider }),
    ...(distribution && { distribution }),
    ...(region && { region }),
    ...(environment && { environment }),
    ...(console && { console }),
  };
}

function platform(
  evidence: ClusterEvidence,
  what: Platform,
): ClusterFact | undefined {
  const { nodes = [] } = evidence;
  const sources =
    what === 'provider'
      ? [ofProviderId, ofNodeLabels]
      : [ofNodeLabels, ofProviderId];
  return (
    configured(evidence, [what]) ??
    ofGroups(evidence, what) ??
    majority(nodes.map(node => sources[0](node, what))) ??
    majority(nodes.map(node => sources[1](node, what))) ??
    ofVersion(evidence, what) ??
    ofServer(evidence, what) ??
    platformOfNames(evidence, what)
  );
}

function configured(
  { labels }: ClusterEvidence,
  keys: readonly string[],
): ClusterFact | undefined {
  const key = keys.find(each => labels[each]?.trim());
  return key === undefined
    ? undefined
    : { value: labels[key].trim(), evidence: `Configured label '${key}'` };
}

function ofProviderId(
  { providerId }: NodeEvidence,
  what: Platform,
): Claim | undefined {
  const value = providerIdEvidence(providerId)[what];
  if (!value) return undefined;
  const scheme = schemeOf(providerId);
  return {
    value,
    evidence: scheme ? `Provider id ${scheme}://` : 'Provider id',
  };
}

function ofNodeLabels(
  { platformLabels = {} }: NodeEvidence,
  what: Platform,
): Claim | undefined {
  for (const label of Object.keys(platformLabels)) {
    const value = markOf(label)[what];
    if (value) {
      return { value, evidence: `Label ${label}` };
    }
  }
  return undefined;
}

function ofGroups(
  { apiGroups = [] }: ClusterEvidence,
  what: Platform,
): ClusterFact | undefined {
  const group =
    what === 'distribution'
      ? apiGroups.find(each => Object.hasOwn(GROUPS, each))
      : undefined;
  return group === undefined
    ? undefined
    : { value: GROUPS[group], evidence: `API group ${group}` };
}

function ofVersion(
  { version }: ClusterEvidence,
  what: Platform,
): ClusterFact | undefined {
  const found =
    version && VERSIONS.find(([pattern]) => pattern.test(version))?.[1];
  const value = found ? found[what] : undefined;
  return value ? { value, evidence: `Version ${quoted(version!)}` } : undefined;
}

function ofServer(
  { server }: ClusterEvidence,
  what: Platform | 'region',
): ClusterFact | undefined {
  const found = serverEvidence(server);
  const value = found?.[what];
  return found && value ? { value, evidence: found.evidence } : undefined;
}

/** Nodes and a version that name nothing are what Kubernetes itself brings. */
function plainKubernetes({
  version,
  nodes,
}: ClusterEvidence): ClusterFact | undefined {
  return version && nodes && nodes.length > 0
    ? {
        value: 'kubernetes',
        evidence: `Neither version ${quoted(version)} nor the nodes name a distribution`,
      }
    : undefined;
}

function noProvider(
  { nodes }: ClusterEvidence,
  distribution: ClusterFact | undefined,
): ClusterFact | undefined {
  return distribution &&
    nodes &&
    nodes.length > 0 &&
    nodes.every(({ providerId }) => providerId === '')
    ? { value: 'bare', evidence: 'No node has a provider id' }
    : undefined;
}

function regionOf(evidence: ClusterEvidence): ClusterFact | undefined {
  return (
    configured(evidence, ['topology.kubernetes.io/region', 'region']) ??
    majority(
      (evidence.nodes ?? []).map(({ region }) =>
        region
          ? {
              value: quoted(region),
              evidence: 'Label topology.kubernetes.io/region',
            }
          : undefined,
      ),
    ) ??
    ofServer(evidence, 'region')
  );
}

function environmentFact(evidence: ClusterEvidence): ClusterFact | undefined {
  const said = configured(evidence, ['environment', 'env']);
  return said
    ? { ...said, value: environmentOf(said.value) }
    : environmentOfNames(evidence);
}
