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

import { SeededRandom } from '../../world/SeededRandom';

/** What the kubelet knows of one container of a pod. */
export interface ContainerRun {
  name: string;
  image: string;
  state: any;
  lastState: any;
  ready: boolean;
  started: boolean;
  restartCount: number;
  containerID?: string;
  imageID: string;
}

const imageIds = new Map<string, string>();

/** The digest of an image: any, but always the same. */
export function imageIdOf(image: string): string {
  let id = imageIds.get(image);
  if (!id) {
    const repository = image.replace(/[:@][^/]*$/, '');
    id = `${repository}@sha256:${SeededRandom.for(0, image).hex(64)}`;
    imageIds.set(image, id);
  }
  return id;
}

export function waitingRun(container: any, reason: string): ContainerRun {
  return {
    name: container.name,
    image: container.image,
    state: { waiting: { reason } },
    lastState: {},
    ready: false,
    started: false,
    restartCount: 0,
    imageID: '',
  };
}

interface SharedStatus {
  allocatedResources?: any;
  resources: any;
  volumeMounts: any[];
}

// Derived from the container alone, and so shared by all pods of a template.
const sharedByContainer = new WeakMap<object, SharedStatus>();

function sharedStatus(container: any): SharedStatus {
  const known = sharedByContainer.get(container);
  if (known) return known;
  const resources = container.resources ?? {};
  const shared = {
    ...(resources.requests && { allocatedResources: resources.requests }),
    resources,
    volumeMounts: (container.volumeMounts ?? []).map((mount: any) => ({
      name: mount.name,
      mountPath: mount.mountPath,
      ...(mount.readOnly && {
        readOnly: true,
        recursiveReadOnly: 'Disabled',
      }),
    })),
  };
  sharedByContainer.set(container, shared);
  return shared;
}

export function containerStatus(container: any, run: ContainerRun): any {
  const shared = sharedStatus(container);
  const placed = run.containerID !== undefined;
  return {
    name: run.name,
    state: run.state,
    lastState: run.lastState,
    ready: run.ready,
    restartCount: run.restartCount,
    image: run.image,
    imageID: run.imageID,
    ...(placed && { containerID: run.containerID }),
    started: run.started,
    ...(placed && {
      ...(shared.allocatedResources && {
        allocatedResources: shared.allocatedResources,
      }),
      resources: shared.resources,
    }),
    volumeMounts: shared.volumeMounts,
  };
}
