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

/** Use within a tenth of the target is as wanted. */
const TOLERANCE = 0.1;
const STABILIZATION_MS = 300_000;

export interface Recommendation {
  at: number;
  replicas: number;
}

export interface ReplicaDecision {
  /** What to scale to, within the limits. */
  replicas: number;
  /** What the metrics alone call for. */
  wanted: number;
  /** Whether an earlier, higher recommendation still holds. */
  stabilized: boolean;
  /** Those of the last five minutes. */
  recommendations: Recommendation[];
}

export interface DecideReplicasInput {
  spec: { minReplicas?: number; maxReplicas: number };
  current: number;
  /** Use divided by its target, for each metric. */
  ratios: readonly number[];
  before: readonly Recommendation[];
  now: number;
}

/**
 * The replicas that the autoscaler of Kubernetes asks for with its usual
 * behaviour: `ceil(current × ratio)`, the highest of the last five minutes when
 * that is less, at most twice as many or four more at a time.
 */
export function decideReplicas(input: DecideReplicasInput): ReplicaDecision {
  const { spec, current, ratios, before, now } = input;
  const perMetric = ratios.map(ratio =>
    Math.abs(ratio - 1) <= TOLERANCE ? current : Math.ceil(current * ratio),
  );
  const wanted = Math.max(...perMetric);
  const recommendations = [
    ...before.filter(({ at }) => now - at < STABILIZATION_MS),
    { at: now, replicas: wanted },
  ];
  const highest = Math.max(...recommendations.map(each => each.replicas));
  // One that has only just begun knows no earlier need than what runs now.
  const held = before.length === 0 ? Math.max(current, highest) : highest;
  const stable = wanted < current ? Math.min(current, held) : wanted;
  const most = Math.max(current * 2, current + 4);
  const replicas = Math.max(
    spec.minReplicas ?? 1,
    Math.min(spec.maxReplicas, stable, Math.max(most, current)),
  );
  return {
    replicas,
    wanted,
    stabilized: stable > wanted,
    recommendations,
  };
}
