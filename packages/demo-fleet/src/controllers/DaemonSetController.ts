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

import type { KubeObject } from '../store/ObjectStore';
import type { ClusterWorld } from '../world/ClusterWorld';
import { isReady, isTerminal } from '../world/podConditions';
import { claimDependents } from './claimDependents';
import { controllerRevision } from './controllerRevision';
import { podFromTemplate } from './podFromTemplate';
import { matchesSelector, untoleratedTaint } from './scheduler/nodeFit';
import { keyOf, splitKey, WorkQueue } from './WorkQueue';

const COMPONENT = 'daemonset-controller';
const REVISION_LABEL = 'controller-revision-hash';

// What the controller adds, so that a daemon stays on a node in trouble.
const TOLERATIONS = [
  ['not-ready', 'NoExecute'],
  ['unreachable', 'NoExecute'],
  ['disk-pressure', 'NoSchedule'],
  ['memory-pressure', 'NoSchedule'],
  ['pid-pressure', 'NoSchedule'],
  ['unschedulable', 'NoSchedule'],
].map(([state, effect]) => ({
  key: `node.kubernetes.io/${state}`,
  operator: 'Exists',
  effect,
}));

/** Keeps one pod of a DaemonSet on every node that suits it. */
export class DaemonSetController {
  readonly #queue: WorkQueue;
  readonly #templates = new WeakMap<object, any>();

  constructor(private readonly world: ClusterWorld) {
    this.#queue = new WorkQueue(world.clock, key => this.#reconcile(key), 12);
    world.on(world.kinds.daemonSets, ({ object }) =>
      this.#queue.add(keyOf(object)),
    );
    world.on(world.kinds.pods, ({ object }) => {
      const owner = object.metadata.ownerReferences?.find(
        reference => reference.controller && reference.kind === 'DaemonSet',
      );
      if (owner) this.#queue.add(`${object.metadata.namespace}/${owner.name}`);
    });
    world.on(world.kinds.nodes, ({ object, previous }) => {
      if (
        object.spec !== previous?.spec ||
        object.metadata.labels !== previous?.metadata.labels
      ) {
        world.kinds.daemonSets
          .list()
          .forEach(daemonSet => this.#queue.add(keyOf(daemonSet)));
      }
    });
  }

  #reconcile(key: string): void {
    const daemonSet = this.world.kinds.daemonSets.get(...splitKey(key));
    if (!daemonSet || daemonSet.metadata.deletionTimestamp) return;
    claimDependents(daemonSet, this.world.podDependents(daemonSet));
    const revision = controllerRevision(this.world, daemonSet, REVISION_LABEL)
      .metadata.labels![REVISION_LABEL];
    const template = this.#template(daemonSet);
    const nodes = this.world.kinds.nodes
      .list()
      .filter(node => suits(template.spec, node))
      .map(node => node.metadata.name);
    this.#place(daemonSet, template, nodes, revision);
    this.#writeStatus(daemonSet, nodes, revision);
  }

  #place(
    daemonSet: KubeObject,
    template: any,
    nodes: string[],
    revision: string,
  ): void {
    const byNode = new Map(
      this.#pods(daemonSet).map(pod => [pod.spec.nodeName, pod]),
    );
    for (const node of nodes.filter(name => !byNode.has(name))) {
      this.#createPod(daemonSet, template, node, revision);
    }
    for (const [node, pod] of byNode) {
      if (!nodes.includes(node) || isTerminal(pod)) {
        this.#deletePod(daemonSet, pod);
      }
    }
    if (daemonSet.spec.updateStrategy?.type === 'OnDelete') return;
    const pods = [...byNode.values()];
    // One at a time, as with the default maxUnavailable of 1.
    const outdated = pods.find(
      pod => pod.metadata.labels?.[REVISION_LABEL] !== revision,
    );
    const steady =
      byNode.size >= nodes.length &&
      pods.every(pod => isReady(pod) && !pod.metadata.deletionTimestamp);
    if (outdated && (steady || !isReady(outdated))) {
      this.#deletePod(daemonSet, outdated);
    }
  }

  #pods(daemonSet: KubeObject): KubeObject[] {
    return this.world.podsByController.of(daemonSet.metadata.uid);
  }

  #template(daemonSet: KubeObject): any {
    const { template } = daemonSet.spec;
    let tolerant = this.#templates.get(template);
    if (!tolerant) {
      const tolerations = [
        ...(template.spec.tolerations ?? []),
        ...TOLERATIONS,
      ];
      tolerant = { ...template, spec: { ...template.spec, tolerations } };
      this.#templates.set(template, tolerant);
    }
    return tolerant;
  }

  #createPod(
    daemonSet: KubeObject,
    template: any,
    nodeName: string,
    revision: string,
  ): void {
    const input = podFromTemplate({
      owner: daemonSet,
      template,
      now: this.world.clock.now(),
      labels: { [REVISION_LABEL]: revision, 'pod-template-generation': '1' },
      spec: { nodeName },
    });
    const pod = this.world.kinds.pods.create(input);
    this.world.events.record(daemonSet, {
      component: COMPONENT,
      reason: 'SuccessfulCreate',
      message: `Created pod: ${pod.metadata.name}`,
    });
  }

  #deletePod(daemonSet: KubeObject, pod: KubeObject): void {
    if (pod.metadata.deletionTimestamp) return;
    this.world.kinds.pods.delete(pod);
    this.world.events.record(daemonSet, {
      component: COMPONENT,
      reason: 'SuccessfulDelete',
      message: `Deleted pod: ${pod.metadata.name}`,
    });
  }

  #writeStatus(before: KubeObject, nodes: string[], revision: string): void {
    const daemonSet = this.world.kinds.daemonSets.current(before);
    if (!daemonSet) return;
    const pods = this.#pods(daemonSet);
    const placed = pods.filter(pod => nodes.includes(pod.spec.nodeName));
    const ready = placed.filter(isReady).length;
    const updated = placed.filter(
      pod => pod.metadata.labels?.[REVISION_LABEL] === revision,
    ).length;
    const unavailable = nodes.length - ready;
    this.world.kinds.daemonSets.updateStatus(daemonSet, {
      currentNumberScheduled: placed.length,
      numberMisscheduled: pods.length - placed.length,
      desiredNumberScheduled: nodes.length,
      numberReady: ready,
      observedGeneration: daemonSet.metadata.generation,
      ...(updated > 0 && { updatedNumberScheduled: updated }),
      ...(ready > 0 && { numberAvailable: ready }),
      ...(unavailable > 0 && { numberUnavailable: unavailable }),
    });
  }
}

function suits(podSpec: any, node: KubeObject): boolean {
  return matchesSelector(podSpec, node) && !untoleratedTaint(podSpec, node);
}
