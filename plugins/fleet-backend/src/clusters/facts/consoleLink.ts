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
import { ClusterEvidence } from './ClusterEvidence';
import { serverEvidence } from './serverEvidence';

type KnownFacts = Pick<ClusterFacts, 'provider' | 'distribution' | 'region'>;

const AWS_REGION = /^[a-z]{2}(-[a-z]+)+-\d$/;
const ARN =
  /^arn:(aws|aws-cn|aws-us-gov):eks:([a-z]{2}(?:-[a-z]+)+-\d):\d{12}:cluster\/([A-Za-z0-9][A-Za-z0-9_-]{0,99})$/;
/** The name that `gcloud container clusters get-credentials` gives to a context. */
const GKE_CONTEXT = /^gke_([a-z0-9.:-]+)_([a-z0-9-]+)_([a-z0-9-]+)$/;
const GCE_ID = /^gce:\/\/([a-z0-9.:-]+)\//;
const AZURE_ID = /^azure:\/\/\/subscriptions\/([0-9a-f-]{36})\//i;
const RANCHER_PATH = /^\/k8s\/clusters\/([a-z0-9-]+)\/?$/;

const AWS_CONSOLES: Readonly<Record<string, string>> = {
  cn: 'https://console.amazonaws.cn',
  'us-gov': 'https://console.amazonaws-us-gov.com',
};

/** The provider's own page of a cluster, from facts that name it beyond doubt; undefined otherwise. */
export function consoleLink(
  evidence: ClusterEvidence,
  facts: KnownFacts,
): ClusterFact | undefined {
  return (
    configured(evidence) ??
    rancher(evidence) ??
    openshift(evidence, facts) ??
    eks(evidence, facts) ??
    gke(evidence, facts) ??
    aks(evidence, facts) ??
    coreweave(evidence, facts)
  );
}

function configured({ consoleUrl }: ClusterEvidence): ClusterFact | undefined {
  return consoleUrl === undefined
    ? undefined
    : { value: consoleUrl, evidence: 'Configured' };
}

/** A cluster that is reached through Rancher. */
function rancher({ server }: ClusterEvidence): ClusterFact | undefined {
  const id = server && RANCHER_PATH.exec(server.pathname)?.[1];
  return id && server.protocol === 'https:'
    ? {
        value: `${server.origin}/dashboard/c/${id}`,
        evidence: `The server address is Rancher's proxy of cluster ${id}`,
      }
    : undefined;
}

/** OpenShift serves its API at api.<domain> and its console, unless told otherwise, below apps.<domain>. */
function openshift(
  { server, nodes = [], apiGroups = [] }: ClusterEvidence,
  { distribution }: KnownFacts,
): ClusterFact | undefined {
  const certain =
    apiGroups.includes('config.openshift.io') ||
    nodes.some(node => node.platformLabels?.['node.openshift.io/os_id']);
  const domain = server && /^api\.(.+\..+)$/.exec(server.hostname)?.[1];
  return distribution?.value === 'openshift' && certain && domain
    ? {
        value: `https://console-openshift-console.apps.${domain}`,
        evidence: `OpenShift's usual console for the server api.${domain}`,
      }
    : undefined;
}

function eks(
  { nodes = [], title, aliases }: ClusterEvidence,
  { provider, distribution, region }: KnownFacts,
): ClusterFact | undefined {
  if (provider?.value !== 'aws' || distribution?.value !== 'eks') {
    return undefined;
  }
  const arn = [title, ...aliases].map(name => ARN.exec(name)).find(Boolean);
  if (arn) {
    return {
      value: eksPage(arn[2], arn[3]),
      evidence: `Context ${arn[0]}`,
    };
  }
  const name = onlyValue(
    nodes.map(node => node.platformLabels?.['alpha.eksctl.io/cluster-name']),
  );
  return name && region && AWS_REGION.test(region.value)
    ? {
        value: eksPage(region.value, name),
        evidence: `Label alpha.eksctl.io/cluster-name and region ${region.value}`,
      }
    : undefined;
}

function eksPage(region: string, name: string): string {
  const partition = /^(cn|us-gov)-/.exec(region)?.[1] ?? '';
  const origin =
    AWS_CONSOLES[partition] ?? `https://${region}.console.aws.amazon.com`;
  return `${origin}/eks/home?region=${region}#/clusters/${encodeURIComponent(name)}`;
}

/** Nothing in a cluster tells its name at Google, so gcloud's own name of the context is needed, and the nodes must be of the same project. */
function gke(
  { nodes = [], title, aliases }: ClusterEvidence,
  { distribution }: KnownFacts,
): ClusterFact | undefined {
  const context = [title, ...aliases]
    .map(name => GKE_CONTEXT.exec(name))
    .find(Boolean);
  if (distribution?.value !== 'gke' || !context) {
    return undefined;
  }
  const [, project, location, name] = context;
  const ofNodes = onlyValue(
    nodes.map(({ providerId }) => GCE_ID.exec(providerId)?.[1]),
  );
  return ofNodes === project
    ? {
        value: `https://console.cloud.google.com/kubernetes/clusters/details/${location}/${name}/details?project=${encodeURIComponent(project)}`,
        evidence: `Context ${context[0]}, and the nodes are of project ${project}`,
      }
    : undefined;
}

/** The group that AKS makes for nodes is named MC_<group>_<cluster>_<region>; with more underscores it could be read in several ways. */
function aks(
  { nodes = [] }: ClusterEvidence,
  { provider, distribution }: KnownFacts,
): ClusterFact | undefined {
  if (provider?.value !== 'azure' || distribution?.value !== 'aks') {
    return undefined;
  }
  const subscription = onlyValue(
    nodes.map(({ providerId }) => AZURE_ID.exec(providerId)?.[1]),
  );
  const nodeGroup = onlyValue(
    nodes.map(node => node.platformLabels?.['kubernetes.azure.com/cluster']),
  );
  const [prefix, group, name, region, ...more] = nodeGroup?.split('_') ?? [];
  if (!subscription || prefix !== 'MC' || !region || more.length > 0) {
    return undefined;
  }
  const resource = `/subscriptions/${subscription}/resourceGroups/${encodeURIComponent(group)}/providers/Microsoft.ContainerService/managedClusters/${encodeURIComponent(name)}`;
  return {
    value: `${portalOf(region)}/#@/resource${resource}/overview`,
    evidence: `Provider ids of subscription ${subscription} and label kubernetes.azure.com/cluster`,
  };
}

function portalOf(region: string): string {
  if (region.startsWith('china')) return 'https://portal.azure.cn';
  return region.startsWith('usgov')
    ? 'https://portal.azure.us'
    : 'https://portal.azure.com';
}

function coreweave(
  { server, nodes = [] }: ClusterEvidence,
  { provider }: KnownFacts,
): ClusterFact | undefined {
  const certain =
    serverEvidence(server)?.provider === 'coreweave' ||
    nodes.some(node => node.platformLabels?.['node.coreweave.cloud/class']);
  return provider?.value === 'coreweave' && certain
    ? {
        value: 'https://console.coreweave.com/',
        evidence: "CoreWeave's console; nothing names the cluster's page in it",
      }
    : undefined;
}

/** What all that say something say; undefined when they contradict each other. */
function onlyValue(
  values: readonly (string | undefined)[],
): string | undefined {
  const said = new Set(values.filter(Boolean));
  return said.size === 1 ? [...said][0] : undefined;
}
