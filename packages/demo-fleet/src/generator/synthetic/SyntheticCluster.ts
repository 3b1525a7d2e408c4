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
  containerStatus,
  imageIdOf,
} from '../../controllers/kubelet/containerRuntime';
import { KUBELET_FIELDS } from '../../controllers/kubelet/podStatus';
import { podFromTemplate } from '../../controllers/podFromTemplate';
import type { KubeObject, ObjectStore } from '../../store/ObjectStore';
import { clusterKinds, ClusterKinds } from '../../world/clusterKinds';
import { timestamp } from '../../world/kubernetesTime';
import { managedBy } from '../../world/managedFields';
import { SeededRandom } from '../../world/SeededRandom';
import { nodeManifest } from '../nodeManifest';
import type { ScenarioCluster } from '../scenarioSchema';
import { namespaceManifest, SYSTEM_NAMESPACES } from '../seedNamespaces';
import { workloadManifests } from '../workloadManifests';
import { seedObject } from '../seedObject';
import { completeConditions, readyPodConditions } from './steadyConditions';
import {
  SyntheticTemplate,
  syntheticTemplate,
  teamOf,
} from './syntheticTemplates';

/** Annotation with the milliseconds at which churn last changed a pod. */
export const CHANGED_AT_ANNOTATION = 'demo.quarterdeck.dev/changed-at';

const PODS_PER_NODE = 50;

interface SharedOfSet {
  replicaSet: KubeObject;
  pod: any;
  conditions: any[];
  labels: Record<string, string>;
}

/**
 * Ready-made objects in any number, for load: about one of another kind to
 * five pods. Whatever pods have in common they share in memory.
 */
export class SyntheticCluster {
  readonly kinds: ClusterKinds;
  readonly pods: KubeObject[] = [];
  readonly #random: SeededRandom;
  readonly #sets: SharedOfSet[] = [];
  readonly #setsByUid = new Map<string, SharedOfSet>();
  readonly #now: string;
  #addresses = 0;

  constructor(
    readonly store: ObjectStore,
    private readonly options: {
      cluster: ScenarioCluster;
      seed: number;
      pods: number;
      now: number;
    },
  ) {
    this.kinds = clusterKinds(store);
    this.#now = timestamp(options.now);
    this.#random = SeededRandom.for(options.seed, options.cluster.name);
  }

  fill(): void {
    const { pods } = this.options;
    const share = (part: number) => Math.max(1, Math.round(pods * part));
    const namespaces = this.#seedNamespaces(share(0.01));
    const nodes = this.#seedNodes(Math.max(1, Math.ceil(pods / PODS_PER_NODE)));
    this.#seedWorkloads(share(0.05), namespaces, pods);
    for (let index = 0; index < pods; index += 1) {
      const set = this.#sets[index % this.#sets.length];
      this.pods.push(this.createPod(set, nodes[index % nodes.length]));
    }
    this.#seedEvents(share(0.02));
  }

  /** Another pod of the same ReplicaSet, as after the deletion of one. */
  replacePod(pod: KubeObject, annotations: Record<string, string>): KubeObject {
    const owner = pod.metadata.ownerReferences![0].uid;
    const set = this.#setsByUid.get(owner)!;
    const node = this.kinds.nodes.get(undefined, pod.spec.nodeName)!;
    return this.createPod(set, node, annotations);
  }

  createPod(
    set: SharedOfSet,
    node: KubeObject,
    annotations?: Record<string, string>,
  ): KubeObject {
    const hostIP = node.status.addresses[0].address;
    this.#addresses += 1;
    const serial = this.#addresses;
    const podIP = `10.${100 + (Math.floor(serial / 62_500) % 100)}.${Math.floor(serial / 250) % 250}.${(serial % 250) + 2}`;
    const { metadata, spec } = set.pod;
    return this.kinds.pods.create({
      metadata: {
        ...metadata,
        ...(annotations && {
          annotations: { ...metadata.annotations, ...annotations },
        }),
      },
      spec: { ...spec, nodeName: node.metadata.name },
      status: {
        observedGeneration: 1,
        phase: 'Running',
        conditions: set.conditions,
        hostIP,
        hostIPs: [{ ip: hostIP }],
        podIP,
        podIPs: [{ ip: podIP }],
        startTime: this.#now,
        containerStatuses: spec.containers.map((container: any) =>
          containerStatus(container, {
            name: container.name,
            image: container.image,
            state: { running: { startedAt: this.#now } },
            lastState: {},
            ready: true,
            started: true,
            restartCount: 0,
            imageID: imageIdOf(container.image),
            containerID: `containerd://${this.#random.hex(64)}`,
          }),
        ),
        qosClass: 'Burstable',
      },
    });
  }

  #seedNamespaces(count: number): string[] {
    SYSTEM_NAMESPACES.forEach(name => this.#seed(namespaceManifest(name)));
    return Array.from({ length: count }, (_, index) => {
      const team = teamOf(index);
      const name = `${team}-${Math.floor(index / 6) + 1}`;
      this.#seed(namespaceManifest(name, { team, system: team }));
      return name;
    });
  }

  #seedNodes(count: number): KubeObject[] {
    const { cluster, now } = this.options;
    const [pool] = cluster.nodePools;
    return Array.from({ length: count }, (_, index) =>
      this.kinds.nodes.create(
        nodeManifest({
          cluster,
          pool,
          index,
          poolIndex: index,
          now,
          createdAt: now - 30 * 86_400_000,
          random: this.#random,
        }),
      ),
    );
  }

  #seedWorkloads(count: number, namespaces: string[], pods: number): void {
    for (let index = 0; index < count; index += 1) {
      const namespace = namespaces[index % namespaces.length];
      const made = syntheticTemplate(index, namespace);
      const replicas =
        Math.floor(pods / count) + (index < pods % count ? 1 : 0);
      const deployment = this.#seedDeployment(made, replicas);
      const set = this.#seedReplicaSet(made, deployment, replicas);
      this.#sets.push(set);
      this.#setsByUid.set(set.replicaSet.metadata.uid, set);
    }
  }

  #seedDeployment(
    { workload, template, hash }: SyntheticTemplate,
    replicas: number,
  ): KubeObject {
    let deployment: KubeObject | undefined;
    for (const manifest of workloadManifests(workload, {
      tag: '1',
      replicas,
    })) {
      if (manifest.kind !== 'Deployment') {
        this.#seed(manifest);
        continue;
      }
      deployment = this.#seed({
        ...manifest,
        metadata: {
          ...manifest.metadata,
          annotations: { 'deployment.kubernetes.io/revision': '1' },
        },
        spec: { ...manifest.spec, template },
        status: {
          observedGeneration: 1,
          replicas,
          updatedReplicas: replicas,
          readyReplicas: replicas,
          availableReplicas: replicas,
          terminatingReplicas: 0,
          conditions: completeConditions(`${workload.name}-${hash}`, this.#now),
        },
      });
    }
    return deployment!;
  }

  #seedReplicaSet(
    { workload, template, hash }: SyntheticTemplate,
    deployment: KubeObject,
    replicas: number,
  ): SharedOfSet {
    const replicaSet = this.kinds.replicaSets.create({
      metadata: {
        name: `${workload.name}-${hash}`,
        namespace: workload.namespace,
        labels: template.metadata.labels,
        annotations: {
          'deployment.kubernetes.io/desired-replicas': String(replicas),
          'deployment.kubernetes.io/revision': '1',
        },
        ownerReferences: [
          {
            apiVersion: 'apps/v1',
            kind: 'Deployment',
            name: workload.name,
            uid: deployment.metadata.uid,
            controller: true,
            blockOwnerDeletion: true,
          },
        ],
      },
      spec: {
        replicas,
        selector: {
          matchLabels: {
            'app.kubernetes.io/name': workload.name,
            'pod-template-hash': hash,
          },
        },
        template,
      },
      status: {
        replicas,
        fullyLabeledReplicas: replicas,
        readyReplicas: replicas,
        availableReplicas: replicas,
        terminatingReplicas: 0,
        observedGeneration: 1,
      },
    });
    const { now } = this.options;
    const pod = podFromTemplate({ owner: replicaSet, template, now });
    pod.metadata.managedFields!.push(
      managedBy('kubelet', 'v1', now, KUBELET_FIELDS, 'status'),
    );
    return {
      replicaSet,
      pod,
      labels: template.metadata.labels,
      conditions: readyPodConditions(this.#now),
    };
  }

  #seedEvents(count: number): void {
    for (let index = 0; index < count; index += 1) {
      const pod = this.pods[index % this.pods.length];
      const { name, namespace, uid } = pod.metadata;
      this.kinds.events.create({
        metadata: { name: `${name}.${this.#random.hex(16)}`, namespace },
        involvedObject: {
          kind: 'Pod',
          namespace,
          name,
          uid,
          apiVersion: 'v1',
          resourceVersion: pod.metadata.resourceVersion,
        },
        reason: 'Started',
        message: `Started container ${pod.spec.containers[0].name}`,
        source: { component: 'kubelet', host: pod.spec.nodeName },
        firstTimestamp: this.#now,
        lastTimestamp: this.#now,
        count: 1,
        type: 'Normal',
        eventTime: null,
        reportingComponent: 'kubelet',
        reportingInstance: pod.spec.nodeName,
      });
    }
  }

  #seed(manifest: Parameters<typeof seedObject>[1]): KubeObject {
    return seedObject(this.store, manifest);
  }
}
