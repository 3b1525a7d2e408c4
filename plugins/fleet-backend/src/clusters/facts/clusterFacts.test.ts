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

import { ClusterEvidence, NodeEvidence } from './ClusterEvidence';
import { clusterFacts } from './clusterFacts';

const nothing: ClusterEvidence = {
  name: 'c',
  title: 'c',
  aliases: [],
  labels: {},
  server: undefined,
  version: undefined,
  apiGroups: undefined,
  nodes: undefined,
};

function node(
  providerId: string,
  platformLabels?: Record<string, string>,
  region = '',
): NodeEvidence {
  return { name: 'n', providerId, platformLabels, region };
}

function judge(evidence: Partial<ClusterEvidence>) {
  return clusterFacts({ ...nothing, ...evidence });
}

/** The values alone, for cases in which the evidence is not the point. */
function values(evidence: Partial<ClusterEvidence>) {
  return Object.fromEntries(
    Object.entries(judge(evidence)).map(([key, fact]) => [key, fact.value]),
  );
}

const named = (title: string) => ({ title, name: title.toLowerCase() });

describe('clusterFacts', () => {
  it('says nothing where nothing is known', () => {
    expect(judge({})).toEqual({});
    expect(judge({ nodes: [], version: 'v1.36.2' })).toEqual({});
    expect(judge({ version: 'v1.36.2' })).toEqual({});
  });

  it('names its evidence', () => {
    expect(
      judge({
        ...named('shop-prod'),
        version: 'v1.36.2-eks-113cf36',
        nodes: [
          node(
            'aws:///eu-west-1a/i-0abc',
            {
              'eks.amazonaws.com/nodegroup': 'blue',
              'alpha.eksctl.io/cluster-name': 'shop',
            },
            'eu-west-1',
          ),
          node('aws:///eu-west-1b/i-0def', {}, 'eu-west-1'),
        ],
      }),
    ).toEqual({
      provider: { value: 'aws', evidence: 'Provider id aws:// on all 2 nodes' },
      distribution: {
        value: 'eks',
        evidence: 'Label eks.amazonaws.com/nodegroup on 1 of 2 nodes',
      },
      region: {
        value: 'eu-west-1',
        evidence: 'Label topology.kubernetes.io/region on all 2 nodes',
      },
      environment: {
        value: 'production',
        evidence: "Only the word 'prod' in the name 'shop-prod' says so",
      },
      console: {
        value:
          'https://eu-west-1.console.aws.amazon.com/eks/home?region=eu-west-1#/clusters/shop',
        evidence: 'Label alpha.eksctl.io/cluster-name and region eu-west-1',
      },
    });
  });

  it.each<
    [string, Partial<ClusterEvidence>, string | undefined, string | undefined]
  >([
    ['EKS by its version', { version: 'v1.36.2-eks-b31' }, 'aws', 'eks'],
    ['GKE by its version', { version: 'v1.36.2-gke.1821000' }, 'gcp', 'gke'],
    ['k3s by its version', { version: 'v1.36.2+k3s1' }, undefined, 'k3s'],
    [
      'RKE2 by its version',
      { version: 'v1.36.2+rke2r1' },
      undefined,
      'rancher',
    ],
    [
      'AKS by its nodes',
      { nodes: [node('azure:///x', { 'kubernetes.azure.com/cluster': 'g' })] },
      'azure',
      'aks',
    ],
    [
      'OpenShift on AWS by its API',
      {
        apiGroups: ['apps', 'config.openshift.io'],
        nodes: [node('aws:///a/i')],
      },
      'aws',
      'openshift',
    ],
    [
      'OpenShift on bare metal by its nodes',
      { nodes: [node('', { 'node.openshift.io/os_id': 'rhel' })] },
      'bare',
      'openshift',
    ],
    [
      'CoreWeave',
      { nodes: [node('', { 'node.coreweave.cloud/class': 'gpu' })] },
      'coreweave',
      'cks',
    ],
    [
      'kind',
      { nodes: [node('kind://docker/dev/dev-worker')] },
      'local',
      'kind',
    ],
    ['k3d', { nodes: [node('k3s://k3d-dev-server-0')] }, 'local', 'k3d'],
    [
      'k3s on machines of its own',
      { version: 'v1.36.2+k3s1', nodes: [node('k3s://pi-1')] },
      'bare',
      'k3s',
    ],
    [
      'minikube',
      { nodes: [node('', { 'minikube.k8s.io/name': 'minikube' })] },
      'local',
      'minikube',
    ],
    [
      'plain Kubernetes on EC2',
      { version: 'v1.36.2', nodes: [node('aws:///a/i')] },
      'aws',
      'kubernetes',
    ],
    [
      'plain Kubernetes on machines of nobody',
      { version: 'v1.36.2', nodes: [node(''), node('')] },
      'bare',
      'kubernetes',
    ],
    [
      'Oracle by the id that its controller writes',
      { version: 'v1.36.2', nodes: [node('ocid1.instance.oc1.phx.abc')] },
      'oracle',
      'kubernetes',
    ],
    [
      'EKS by its address',
      { server: new URL('https://A1.gr7.eu-west-1.eks.amazonaws.com') },
      'aws',
      'eks',
    ],
    [
      'AKS by its address',
      { server: new URL('https://x-dns.hcp.westeurope.azmk8s.io:443') },
      'azure',
      'aks',
    ],
    [
      'DOKS by its address',
      { server: new URL('https://id.k8s.ondigitalocean.com') },
      'digitalocean',
      'doks',
    ],
    [
      'no host that merely ends alike',
      { server: new URL('https://evil-azmk8s.io') },
      undefined,
      undefined,
    ],
    ['a word in the name', named('payments-eks-1'), 'aws', 'eks'],
    [
      'a scheme that is not known',
      { nodes: [node('foo://x')] },
      undefined,
      undefined,
    ],
  ])('tells %s', (_, evidence, provider, distribution) => {
    const facts = values(evidence);
    expect([facts.provider, facts.distribution]).toEqual([
      provider,
      distribution,
    ]);
  });

  it.each(['backup', 'weeks', 'kindly', 'seeks', 'docker', 'tasks', 'mankind'])(
    "does not see a provider in '%s'",
    name => expect(judge(named(name))).toEqual({}),
  );

  it.each([
    ['eks-to-gke-migration', undefined],
    ['EksProd', 'aws'],
    ['arn:aws:eks:eu-west-1:123456789012:cluster/shop', 'aws'],
  ])("reads the provider of the name '%s' as %s", (title, provider) => {
    expect(values(named(title)).provider).toBe(provider);
  });

  it('prefers what was configured to all else', () => {
    expect(
      judge({
        labels: {
          provider: 'azure',
          region: 'moon',
          environment: 'Prod',
          distribution: 'talos',
        },
        nodes: [node('aws:///a/i', {}, 'eu-west-1')],
        version: 'v1-eks-1',
      }),
    ).toEqual({
      provider: { value: 'azure', evidence: "Configured label 'provider'" },
      distribution: {
        value: 'talos',
        evidence: "Configured label 'distribution'",
      },
      region: { value: 'moon', evidence: "Configured label 'region'" },
      environment: {
        value: 'production',
        evidence: "Configured label 'environment'",
      },
    });
  });

  it('goes with most of the nodes and says what others say', () => {
    const nodes = [
      node('aws:///a/1', {}, 'eu-west-1'),
      node('aws:///a/2', {}, 'eu-west-1'),
      node('gce://p/z/n', {}, 'europe-west1'),
      node('', {}),
    ];
    expect(judge({ nodes })).toMatchObject({
      provider: {
        value: 'aws',
        evidence: 'Provider id aws:// on 2 of 4 nodes; others say gcp (1)',
      },
      region: {
        value: 'eu-west-1',
        evidence:
          'Label topology.kubernetes.io/region on 2 of 4 nodes; others say europe-west1 (1)',
      },
    });
  });

  it('believes nodes more than versions, addresses and names', () => {
    const facts = values({
      ...named('my-gke'),
      server: new URL('https://x.gr7.eu-west-1.eks.amazonaws.com'),
      nodes: [node('azure:///s', { 'kubernetes.azure.com/cluster': 'g' })],
    });
    expect([facts.provider, facts.distribution]).toEqual(['azure', 'aks']);
  });

  it.each<[string, string | undefined]>([
    ['shop-prod', 'production'],
    ['ShopProd', 'production'],
    ['prd_eu', 'production'],
    ['shop.staging.eu', 'staging'],
    ['dev2-dev', 'development'],
    ['qa', 'test'],
    ['pre-prod', 'staging'],
    ['preprod', 'staging'],
    ['non-prod', undefined],
    ['prod-test', undefined],
    ['products', undefined],
    ['device', undefined],
    ['contest', undefined],
  ])("reads the environment of '%s' as %s", (title, environment) => {
    expect(values(named(title)).environment).toBe(environment);
  });

  it.each<[string, Partial<ClusterEvidence>, string | undefined]>([
    [
      'EKS by an ARN',
      {
        title: 'shop',
        aliases: ['arn:aws:eks:eu-west-1:123456789012:cluster/shop_1'],
        version: 'v1-eks-1',
      },
      'https://eu-west-1.console.aws.amazon.com/eks/home?region=eu-west-1#/clusters/shop_1',
    ],
    [
      'EKS in China',
      {
        title: 'arn:aws-cn:eks:cn-north-1:123456789012:cluster/shop',
        version: 'v1-eks-1',
      },
      'https://console.amazonaws.cn/eks/home?region=cn-north-1#/clusters/shop',
    ],
    [
      'no EKS whose nodes name two clusters',
      {
        nodes: ['a', 'b'].map(name =>
          node(
            'aws:///z/i',
            { 'alpha.eksctl.io/cluster-name': name },
            'eu-west-1',
          ),
        ),
      },
      undefined,
    ],
    [
      'no EKS by a region that is none',
      {
        nodes: [
          node(
            'aws:///z/i',
            { 'alpha.eksctl.io/cluster-name': 'a' },
            'evil.com/x',
          ),
        ],
      },
      undefined,
    ],
    [
      'GKE by the name of its context and the project of its nodes',
      {
        title: 'gke_my-project_europe-west1-b_shop',
        version: 'v1-gke.1',
        nodes: [node('gce://my-project/europe-west1-b/n')],
      },
      'https://console.cloud.google.com/kubernetes/clusters/details/europe-west1-b/shop/details?project=my-project',
    ],
    [
      'no GKE whose nodes are of another project',
      {
        title: 'gke_my-project_europe-west1-b_shop',
        version: 'v1-gke.1',
        nodes: [node('gce://other/europe-west1-b/n')],
      },
      undefined,
    ],
    [
      'AKS by its nodes',
      {
        nodes: [
          node(
            'azure:///subscriptions/6f1c2d3e-4b5a-4c7d-8e9f-0a1b2c3d4e5f/resourceGroups/x',
            { 'kubernetes.azure.com/cluster': 'MC_rg-shop_shop_westeurope' },
          ),
        ],
      },
      'https://portal.azure.com/#@/resource/subscriptions/6f1c2d3e-4b5a-4c7d-8e9f-0a1b2c3d4e5f/resourceGroups/rg-shop/providers/Microsoft.ContainerService/managedClusters/shop/overview',
    ],
    [
      'no AKS with names that can be split in two ways',
      {
        nodes: [
          node(
            'azure:///subscriptions/6f1c2d3e-4b5a-4c7d-8e9f-0a1b2c3d4e5f/resourceGroups/x',
            { 'kubernetes.azure.com/cluster': 'MC_rg_shop_shop_westeurope' },
          ),
        ],
      },
      undefined,
    ],
    [
      'OpenShift by its address',
      {
        server: new URL('https://api.prod.example.com:6443'),
        apiGroups: ['config.openshift.io'],
      },
      'https://console-openshift-console.apps.prod.example.com',
    ],
    [
      'no OpenShift by a name alone',
      {
        ...named('openshift'),
        server: new URL('https://api.prod.example.com:6443'),
      },
      undefined,
    ],
    [
      'a cluster behind Rancher',
      { server: new URL('https://rancher.example.com/k8s/clusters/c-m-4x2x') },
      'https://rancher.example.com/dashboard/c/c-m-4x2x',
    ],
    [
      'CoreWeave',
      { server: new URL('https://a1-b2.k8s.us-east-02a.coreweave.com') },
      'https://console.coreweave.com/',
    ],
    ['no CoreWeave by a name alone', named('coreweave'), undefined],
    [
      'a cluster whose configuration names it',
      {
        consoleUrl: 'https://dash.example.com/',
        server: new URL('https://a1.k8s.us-east-02a.coreweave.com'),
      },
      'https://dash.example.com/',
    ],
  ])('links the console of %s', (_, evidence, link) => {
    expect(values(evidence).console).toBe(link);
  });

  it('cuts what a hostile cluster writes', () => {
    const facts = judge({
      version: `v1\n-eks-${'x'.repeat(500)}`,
      nodes: [node('', {}, 'r'.repeat(500))],
    });
    expect(facts.region!.value.length).toBeLessThanOrEqual(80);
    expect(facts.distribution!.evidence.length).toBeLessThan(120);
    expect(facts.distribution!.evidence).not.toContain('\n');
  });
});
