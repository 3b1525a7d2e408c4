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

import type { Kubelet } from '../controllers/kubelet/Kubelet';
import { BEHAVIOUR_ANNOTATION } from '../controllers/kubelet/behaviour';
import type { KubeObject } from '../store/ObjectStore';
import type { ClusterWorld } from '../world/ClusterWorld';
import { isReady } from '../world/podConditions';
import { SeededRandom } from '../world/SeededRandom';
import { SYSTEM_NAMESPACES } from './seedNamespaces';

/** The people and pipelines that work on a cluster: rollouts, scalings, restarts. */
export class ChurnDriver {
  readonly #random: SeededRandom;
  readonly #usualReplicas = new Map<string, number>();

  constructor(
    private readonly world: ClusterWorld,
    private readonly kubelet: Kubelet,
    private readonly options: { perHour: number; seed: number },
  ) {
    this.#random = SeededRandom.for(options.seed, `${world.name}/churn`);
  }

  start(): void {
    const { perHour } = this.options;
    if (perHour <= 0) return;
    // Waits as of independent happenings: short and long ones mixed.
    const wait = -Math.log(1 - this.#random.next()) * (3_600_000 / perHour);
    this.world.clock.schedule(wait, () => {
      this.#act();
      this.start();
    });
  }

  #act(): void {
    const candidates = this.world.kinds.deployments.list().filter(isOrdinary);
    if (candidates.length === 0) return;
    const deployment = this.#random.pick(candidates);
    const choice = this.#random.next();
    if (choice < 0.4) rollOut(this.world, deployment, this.#random);
    else if (choice < 0.65) this.#scale(deployment);
    else this.#disturb(deployment, choice < 0.82);
  }

  /** Never far from what the deployment had at first. */
  #scale(deployment: KubeObject): void {
    const { uid } = deployment.metadata;
    const now = deployment.spec.replicas ?? 1;
    const usual = this.#usualReplicas.get(uid) ?? now;
    this.#usualReplicas.set(uid, usual);
    const replicas =
      now === usual ? Math.max(1, now + this.#random.pick([-1, 1, 2])) : usual;
    this.world.kinds.deployments.update({
      ...deployment,
      spec: { ...deployment.spec, replicas },
    });
  }

  #disturb(deployment: KubeObject, crash: boolean): void {
    const pods = this.world.replicaSetsByController
      .of(deployment.metadata.uid)
      .flatMap(({ metadata }) => this.world.podsByController.of(metadata.uid))
      .filter(isReady);
    if (pods.length === 0) return;
    const pod = this.#random.pick(pods);
    if (!crash) this.world.kinds.pods.delete(pod);
    else if (this.#random.chance(0.3))
      this.kubelet.crash(pod, 137, 'OOMKilled');
    else this.kubelet.crash(pod, 1, 'Error');
  }
}

function isOrdinary(deployment: KubeObject): boolean {
  const { metadata, spec } = deployment;
  return (
    !SYSTEM_NAMESPACES.includes(metadata.namespace ?? '') &&
    !metadata.deletionTimestamp &&
    spec.replicas > 0 &&
    spec.replicas <= 24 &&
    !spec.template.metadata?.annotations?.[BEHAVIOUR_ANNOTATION]
  );
}

/** Brings out the next version of a deployment's first container. */
export function rollOut(
  world: ClusterWorld,
  deployment: KubeObject,
  random: SeededRandom,
  annotations?: Record<string, string>,
): void {
  const { template } = deployment.spec;
  const [first, ...others] = template.spec.containers;
  const image = nextImage(first.image, random);
  const version = image.slice(image.lastIndexOf(':') + 1);
  world.kinds.deployments.update({
    ...deployment,
    spec: {
      ...deployment.spec,
      template: {
        ...template,
        metadata: {
          ...template.metadata,
          labels: {
            ...template.metadata?.labels,
            'app.kubernetes.io/version': version,
          },
          ...((annotations || template.metadata?.annotations) && {
            annotations: { ...template.metadata?.annotations, ...annotations },
          }),
        },
        spec: {
          ...template.spec,
          containers: [{ ...first, image }, ...others],
        },
      },
    },
  });
}

function nextImage(image: string, random: SeededRandom): string {
  const match = /^(.*:v?)(\d+)\.(\d+)\.(\d+)(.*)$/.exec(image);
  if (!match)
    return `${image.replace(/:[^/]*$/, '')}:1.0.${random.integer(1, 99)}`;
  const [, prefix, major, minor, patch] = match;
  return random.chance(0.3)
    ? `${prefix}${major}.${Number(minor) + 1}.0`
    : `${prefix}${major}.${minor}.${Number(patch) + 1}`;
}
