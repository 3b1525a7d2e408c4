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

import type { KubeObject } from '../../store/ObjectStore';
import { UsageSamples } from '../../metrics/UsageSamples';
import type { ClusterWorld } from '../../world/ClusterWorld';
import { timestamp } from '../../world/kubernetesTime';
import { isActive, isReady, withCondition } from '../../world/podConditions';
import {
  decideReplicas,
  ReplicaDecision,
  Recommendation,
} from './decideReplicas';
import { measure, Measured } from './measure';
import { ableToScale, scalingLimited } from './scalingConditions';

const COMPONENT = 'horizontal-pod-autoscaler';
const SYNC_MS = 15_000;

/** Scales what a HorizontalPodAutoscaler names by what its pods use. */
export class HorizontalPodAutoscalers {
  readonly #samples: UsageSamples;
  readonly #recommendations = new Map<string, Recommendation[]>();

  constructor(private readonly world: ClusterWorld) {
    this.#samples = new UsageSamples(world.store);
  }

  /** Looks now, and again every 15 seconds. */
  start(): void {
    const autoscalers = this.world.kinds.horizontalPodAutoscalers.list();
    const known = new Set(autoscalers.map(each => each.metadata.uid));
    for (const uid of this.#recommendations.keys()) {
      if (!known.has(uid)) this.#recommendations.delete(uid);
    }
    autoscalers.forEach(autoscaler => this.#sync(autoscaler));
    this.world.clock.schedule(SYNC_MS, () => this.start());
  }

  #sync(autoscaler: KubeObject): void {
    const target = this.#target(autoscaler);
    if (!target) {
      const { kind, name } = autoscaler.spec.scaleTargetRef;
      this.#fail(autoscaler, {
        type: 'AbleToScale',
        status: 'False',
        reason: 'FailedGetScale',
        message: `the HPA controller was unable to get the target's current scale: ${kind.toLowerCase()}s.apps "${name}" not found`,
      });
      return;
    }
    const pods = this.#podsOf(target);
    const sample = this.#samples.latest();
    const measured = this.#isMeasured()
      ? (autoscaler.spec.metrics ?? []).map((metric: any) =>
          measure(metric, pods, sample),
        )
      : [];
    const found: Measured[] = measured.filter(Boolean);
    const current = target.spec.replicas ?? 1;
    if (found.length === 0) {
      this.#fail(
        autoscaler,
        {
          type: 'ScalingActive',
          status: 'False',
          reason: 'FailedGetResourceMetric',
          message: `the HPA was unable to compute the replica count: failed to get cpu utilization: ${
            this.#isMeasured()
              ? 'did not receive metrics for targeted pods (pods might be unready)'
              : 'unable to get metrics for resource cpu: unable to fetch metrics from resource metrics API: the server could not find the requested resource (get pods.metrics.k8s.io)'
          }`,
        },
        current,
      );
      return;
    }
    const now = this.world.clock.now();
    const { uid } = autoscaler.metadata;
    const decision = decideReplicas({
      spec: autoscaler.spec,
      current,
      ratios: measured.flatMap((each: Measured | undefined, index: number) =>
        each
          ? each.utilization /
            autoscaler.spec.metrics[index].resource.target.averageUtilization
          : [],
      ),
      before: this.#recommendations.get(uid) ?? [],
      now,
    });
    this.#recommendations.set(uid, decision.recommendations);
    if (decision.replicas !== current) {
      this.#rescale(autoscaler, target, decision);
    }
    this.#writeStatus(autoscaler, measured, current, decision);
  }

  #target({ metadata, spec }: KubeObject): KubeObject | undefined {
    const { apiVersion, kind, name } = spec.scaleTargetRef;
    return this.world.handleOf(apiVersion, kind)?.get(metadata.namespace, name);
  }

  #podsOf(target: KubeObject): KubeObject[] {
    const { uid } = target.metadata;
    const owners =
      target.kind === 'Deployment'
        ? this.world.replicaSetsByController
            .of(uid)
            .map(({ metadata }) => metadata.uid)
        : [uid];
    return owners
      .flatMap(owner => this.world.podsByController.of(owner))
      .filter(pod => isActive(pod) && isReady(pod));
  }

  #isMeasured(): boolean {
    const { types } = this.world.store;
    return types.byKind('metrics.k8s.io/v1beta1', 'PodMetrics') !== undefined;
  }

  #rescale(
    autoscaler: KubeObject,
    target: KubeObject,
    { replicas, wanted }: ReplicaDecision,
  ): void {
    this.world.handleOf(target.apiVersion, target.kind)?.update({
      ...target,
      spec: { ...target.spec, replicas },
    });
    const above = wanted > (target.spec.replicas ?? 1);
    this.world.events.record(autoscaler, {
      component: COMPONENT,
      reason: 'SuccessfulRescale',
      message: above
        ? `New size: ${replicas}; reason: cpu resource utilization (percentage of request) above target`
        : `New size: ${replicas}; reason: All metrics below target`,
    });
  }

  #writeStatus(
    autoscaler: KubeObject,
    measured: Array<Measured | undefined>,
    current: number,
    decision: ReplicaDecision,
  ): void {
    const { spec, status = {} } = autoscaler;
    const rescaled = decision.replicas !== current;
    const time = timestamp(this.world.clock.now());
    const conditions = [
      {
        type: 'AbleToScale',
        status: 'True',
        ...ableToScale(rescaled, decision),
      },
      {
        type: 'ScalingActive',
        status: 'True',
        reason: 'ValidMetricFound',
        message:
          'the HPA was able to successfully calculate a replica count from cpu resource utilization (percentage of request)',
      },
      scalingLimited(decision, spec),
    ];
    this.world.kinds.horizontalPodAutoscalers.updateStatus(autoscaler, {
      ...((rescaled || status.lastScaleTime) && {
        lastScaleTime: rescaled ? time : status.lastScaleTime,
      }),
      currentReplicas: current,
      desiredReplicas: decision.replicas,
      currentMetrics: spec.metrics.map((metric: any, index: number) => {
        const found = measured[index];
        if (!found) return { type: '' };
        return {
          type: 'Resource',
          resource: {
            name: metric.resource.name,
            current: {
              averageValue: found.averageValue,
              averageUtilization: Math.round(found.utilization),
            },
          },
        };
      }),
      conditions: conditions.reduce(
        (list, condition) => this.#conditionsWith(list, condition),
        status.conditions ?? [],
      ),
    });
  }

  #fail(autoscaler: KubeObject, condition: any, current?: number): void {
    const { status = {} } = autoscaler;
    this.world.events.record(autoscaler, {
      component: COMPONENT,
      reason: condition.reason,
      message: condition.message,
      warning: true,
    });
    const able = {
      type: 'AbleToScale',
      status: 'True',
      reason: 'SucceededGetScale',
      message: "the HPA controller was able to get the target's current scale",
    };
    const first = condition.type === 'AbleToScale' ? [] : [able];
    this.world.kinds.horizontalPodAutoscalers.updateStatus(autoscaler, {
      ...status,
      currentReplicas: current ?? status.currentReplicas ?? 0,
      desiredReplicas: status.desiredReplicas ?? 0,
      currentMetrics: [{ type: '' }],
      conditions: [...first, condition].reduce(
        (list, each) => this.#conditionsWith(list, each),
        status.conditions ?? [],
      ),
    });
  }

  #conditionsWith(list: any[], condition: any): any[] {
    const before = list.find(each => each.type === condition.type);
    const { type, status, reason, message } = condition;
    const lastTransitionTime =
      before?.status === status
        ? before.lastTransitionTime
        : timestamp(this.world.clock.now());
    return withCondition(list, {
      type,
      status,
      lastTransitionTime,
      reason,
      message,
    });
  }
}
