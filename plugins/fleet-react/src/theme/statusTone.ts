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
  ClusterState,
  Severity,
} from '@quarterdeck/backstage-plugin-fleet-common';

/**
 * The meanings that a colour may have: red error, orange medium, yellow warning or pending, green healthy, blue in progress, violet
 * made by AI, grey unknown.
 *
 * @public
 */
export type StatusTone =
  'error' | 'orange' | 'warning' | 'healthy' | 'progress' | 'ai' | 'unknown';

/**
 * The shape that says the same as the colour, for those who cannot tell the colours apart.
 *
 * @public
 */
export const statusShapes: Record<StatusTone, string> = {
  error: '■',
  orange: '▲',
  warning: '▲',
  healthy: '●',
  progress: '◆',
  ai: '✦',
  unknown: '○',
};

/** The tone of a severity; none means healthy. @public */
export function severityTone(severity: Severity | undefined): StatusTone {
  return severity ?? 'healthy';
}

const clusterTones: Record<ClusterState, StatusTone> = {
  connecting: 'progress',
  healthy: 'healthy',
  degraded: 'warning',
  unreachable: 'error',
  denied: 'error',
  invalid: 'error',
};

/** The tone of a cluster's state. @public */
export function clusterTone(state: ClusterState): StatusTone {
  return clusterTones[state];
}
