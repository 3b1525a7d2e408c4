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

import { ObjectMetadata } from './objectHead';

/** An amount as a metric has it: one of the three. */
export interface MetricAmount {
  averageUtilization?: number;
  averageValue?: string;
  value?: string;
}

interface MetricBody {
  /** Of resources. */
  name?: string;
  /** Of everything else. */
  metric?: { name?: string };
  target?: MetricAmount;
  current?: MetricAmount;
}

/** One entry of `spec.metrics` or `status.currentMetrics`; its type says which of the others is there. */
export interface AutoscalerMetric {
  type?: string;
  resource?: MetricBody;
  containerResource?: MetricBody;
  pods?: MetricBody;
  object?: MetricBody;
  external?: MetricBody;
}

/** The part of a condition that the projection reads. */
export interface AutoscalerCondition {
  type?: string;
  status?: string;
  reason?: string;
  message?: string;
}

/** The fields of a HorizontalPodAutoscaler that its projection reads. */
export interface Autoscaler {
  metadata: ObjectMetadata;
  spec?: {
    scaleTargetRef?: { kind?: string; name?: string };
    minReplicas?: number;
    maxReplicas?: number;
    metrics?: AutoscalerMetric[];
  };
  status?: {
    currentReplicas?: number;
    desiredReplicas?: number;
    lastScaleTime?: string;
    currentMetrics?: AutoscalerMetric[] | null;
    conditions?: AutoscalerCondition[];
  };
}
