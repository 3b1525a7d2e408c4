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

import { z } from 'zod';
import { lenient, lenientList } from './readManifest';

const amounts = lenient(z.record(z.string(), z.string()));

const containerSchema = z.object({
  name: z.string(),
  image: lenient(z.string()),
  restartPolicy: lenient(z.string()),
  resources: lenient(z.object({ requests: amounts, limits: amounts })),
});

const stateSchema = z.object({
  running: lenient(z.object({ startedAt: lenient(z.string()) })),
  waiting: lenient(
    z.object({ reason: lenient(z.string()), message: lenient(z.string()) }),
  ),
  terminated: lenient(
    z.object({
      reason: lenient(z.string()),
      exitCode: lenient(z.number()),
      message: lenient(z.string()),
      finishedAt: lenient(z.string()),
    }),
  ),
});

const statusSchema = z.object({
  name: z.string(),
  ready: lenient(z.boolean()),
  restartCount: lenient(z.number()),
  state: lenient(stateSchema),
  lastState: lenient(stateSchema),
});

/** What the page of a pod shows beside its row. */
export const podManifestSchema = z.object({
  spec: lenient(
    z.object({
      nodeName: lenient(z.string()),
      serviceAccountName: lenient(z.string()),
      containers: lenientList(containerSchema),
      initContainers: lenientList(containerSchema),
      ephemeralContainers: lenientList(containerSchema),
    }),
  ),
  status: lenient(
    z.object({
      podIP: lenient(z.string()),
      qosClass: lenient(z.string()),
      containerStatuses: lenientList(statusSchema),
      initContainerStatuses: lenientList(statusSchema),
      ephemeralContainerStatuses: lenientList(statusSchema),
    }),
  ),
});

type PodManifest = z.infer<typeof podManifestSchema>;

/** One container of a pod with how it is doing; `status` is absent until the kubelet has reported it. */
export interface PodContainer extends z.infer<typeof containerSchema> {
  role: 'container' | 'initContainer' | 'sidecar' | 'ephemeral';
  status?: z.infer<typeof statusSchema>;
}

/** The containers of a pod in the order in which they start. */
export function podContainers(pod: PodManifest): PodContainer[] {
  const { spec, status } = pod;
  const statuses = [
    ...(status?.initContainerStatuses ?? []),
    ...(status?.containerStatuses ?? []),
    ...(status?.ephemeralContainerStatuses ?? []),
  ];
  const withStatus = (
    role: PodContainer['role'],
    container: z.infer<typeof containerSchema>,
  ): PodContainer => ({
    ...container,
    role,
    status: statuses.find(it => it.name === container.name),
  });
  return [
    ...(spec?.initContainers ?? []).map(it =>
      withStatus(
        it.restartPolicy === 'Always' ? 'sidecar' : 'initContainer',
        it,
      ),
    ),
    ...(spec?.containers ?? []).map(it => withStatus('container', it)),
    ...(spec?.ephemeralContainers ?? []).map(it => withStatus('ephemeral', it)),
  ];
}
