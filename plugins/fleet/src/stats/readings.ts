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
  capacityView,
  clustersHealthView,
  deploymentsView,
  eventsView,
  formatCount,
  ViewRef,
  ViewRow,
  ViewSummary,
} from '@quarterdeck/backstage-plugin-fleet-common';
import {
  FleetStatReading,
  StatusTone,
  ViewState,
} from '@quarterdeck/backstage-plugin-fleet-react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { fleetTranslationRef } from '../translation';

type State<TView extends ViewRef<any, any, any>> = ViewState<
  ViewRow<TView>,
  ViewSummary<TView>
>;
type Health = State<typeof clustersHealthView>;
type Capacity = State<typeof capacityView>;

/** Red when there is one; a number that is not known is no good news. */
function noneIsGood(
  value: number | undefined,
  tone: StatusTone,
): StatusTone | undefined {
  if (value === undefined) return 'unknown';
  return value > 0 ? tone : 'healthy';
}

export function useClusters({ summary }: Health): FleetStatReading {
  return { value: summary?.clusters };
}

export function useHealthy({ summary }: Health): FleetStatReading {
  const { clusters, clustersHealthy } = summary ?? {};
  const known = clusters !== undefined && clusters > 0;
  const all = clustersHealthy === clusters;
  const tone = all ? 'healthy' : 'warning';
  return {
    value: clustersHealthy,
    of: clusters,
    tone: known ? tone : 'unknown',
  };
}

export function useUnhealthy({ summary }: Health): FleetStatReading {
  const { clusters, clustersHealthy } = summary ?? {};
  const value =
    clusters === undefined || clustersHealthy === undefined
      ? undefined
      : clusters - clustersHealthy;
  return { value, of: clusters, tone: noneIsGood(value, 'warning') };
}

export function useNodes({ summary }: Health): FleetStatReading {
  const { t } = useTranslationRef(fleetTranslationRef);
  const { nodes, nodesReady, nodesCordoned } = summary ?? {};
  let detail: string | undefined;
  if (nodes !== undefined && nodesReady !== undefined && nodesReady < nodes) {
    detail = t('stats.nodesNotReady', {
      nodes: formatCount(nodes - nodesReady),
    });
  } else if (nodesCordoned) {
    detail = t('stats.nodesCordoned', { nodes: formatCount(nodesCordoned) });
  }
  return { value: nodes, detail };
}

export function useNamespaces({ summary }: Health): FleetStatReading {
  return { value: summary?.namespaces };
}

export function usePods({ summary }: Health): FleetStatReading {
  const { t } = useTranslationRef(fleetTranslationRef);
  const { pods, podsRunning } = summary ?? {};
  const detail =
    pods !== undefined && podsRunning !== undefined && podsRunning < pods
      ? t('stats.podsNotRunning', { pods: formatCount(pods - podsRunning) })
      : undefined;
  return { value: pods, detail };
}

export function useErrors({ summary }: Health): FleetStatReading {
  const { t } = useTranslationRef(fleetTranslationRef);
  const { errors: value, podErrors = 0 } = summary ?? {};
  const nodes = (summary?.nodes ?? 0) - (summary?.nodesReady ?? 0);
  const clusters = (value ?? 0) - podErrors - nodes;
  const parts = [
    clusters > 0 && t('stats.errorClusters', { count: clusters }),
    nodes > 0 && t('stats.errorNodes', { count: nodes }),
    podErrors > 0 && t('stats.errorPods', { count: podErrors }),
  ];
  return {
    value,
    tone: noneIsGood(value, 'error'),
    detail: parts.filter(Boolean).join(', ') || undefined,
  };
}

export function usePodErrors({ summary }: Health): FleetStatReading {
  const value = summary?.podErrors;
  return { value, of: summary?.pods, tone: noneIsGood(value, 'error') };
}

export function usePodWarnings({ summary }: Health): FleetStatReading {
  const value = summary?.podWarnings;
  return { value, of: summary?.pods, tone: noneIsGood(value, 'warning') };
}

export function useDeploymentsUnavailable({
  summary,
}: State<typeof deploymentsView>): FleetStatReading {
  const value = summary && summary.degraded + summary.failed;
  return { value, tone: noneIsGood(value, 'error') };
}

export function useWarningEvents({
  summary,
}: State<typeof eventsView>): FleetStatReading {
  return { value: summary?.warnings };
}

export function useCpuRequested({ summary }: Capacity): FleetStatReading {
  return { value: summary?.cpuRequested, of: summary?.cpuAllocatable };
}

export function useMemoryRequested({ summary }: Capacity): FleetStatReading {
  return { value: summary?.memoryRequested, of: summary?.memoryAllocatable };
}

export function useGpusRequested({ summary }: Capacity): FleetStatReading {
  return { value: summary?.gpusRequested, of: summary?.gpusAllocatable };
}
