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

import { Pod, PodContainer } from './PodObject';
import { parseQuantity } from './quantity';

/**
 * What the scheduler reserves for a pod of one kind of thing: its containers and sidecars together, or what an init container needs while it
 * runs beside the sidecars started before it, whichever is more; and the overhead of its runtime class.
 *
 * @see https://kubernetes.io/docs/concepts/workloads/pods/sidecar-containers/#resource-sharing-within-containers
 */
export function podRequest(pod: Pod, resource: string): number {
  const requestOf = (container: PodContainer) =>
    parseQuantity(container.resources?.requests?.[resource]);
  let sidecars = 0;
  let starting = 0;
  for (const container of pod.spec?.initContainers ?? []) {
    const request = requestOf(container);
    if (container.restartPolicy === 'Always') {
      sidecars += request;
      starting = Math.max(starting, sidecars);
    } else {
      starting = Math.max(starting, sidecars + request);
    }
  }
  let running = sidecars;
  for (const container of pod.spec?.containers ?? []) {
    running += requestOf(container);
  }
  return (
    Math.max(running, starting) + parseQuantity(pod.spec?.overhead?.[resource])
  );
}
