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

import type { KubeObject } from '../../store/KubeObject';
import { badRequest } from '../ApiError';

/** One run of a container: from its start to its end, or until now. */
export interface LoggedRun {
  pod: KubeObject;
  /** The container of the pod's spec. */
  container: any;
  containerID: string;
  startedAt: number;
  /** Set once the container has ended. */
  end?: { at: number; reason: string };
}

const WAITING: Record<string, string> = {
  ErrImagePull: "image can't be pulled",
  ImagePullBackOff: 'trying and failing to pull image',
};

/** The container that is meant, by name or because there is but one. */
export function chooseContainer(pod: KubeObject, name?: string): any {
  const { containers, initContainers = [] } = pod.spec;
  const all: any[] = [...initContainers, ...containers];
  if (!name && containers.length === 1) return containers[0];
  if (!name) {
    throw badRequest(
      `a container name must be specified for pod ${pod.metadata.name}, choose one of: [${all
        .map(each => each.name)
        .join(' ')}]`,
    );
  }
  const found = all.find(each => each.name === name);
  if (found) return found;
  throw badRequest(
    `container ${name} is not valid for pod ${pod.metadata.name}`,
  );
}

/** The run whose log a kubelet would show, or its refusal. */
export function findRun(
  pod: KubeObject,
  container: any,
  previous: boolean,
): LoggedRun {
  const { name } = container;
  const status = statusOf(pod, name);
  const which = `container "${name}" in pod "${pod.metadata.name}"`;
  if (!status) throw badRequest(`${which} is not available`);
  const run = (state: any, containerID: string): LoggedRun => ({
    pod,
    container,
    containerID,
    startedAt: Date.parse(state.startedAt),
    ...(state.finishedAt && {
      end: { at: Date.parse(state.finishedAt), reason: state.reason },
    }),
  });
  const last = status.lastState?.terminated;
  const { running, terminated, waiting } = status.state ?? {};
  if (previous) {
    if (last?.containerID) return run(last, last.containerID);
    throw badRequest(`previous terminated ${which} not found`);
  }
  // Ready-made pods may lack the id; their log is as good as any other's.
  if (running) return run(running, status.containerID ?? pod.metadata.uid);
  if (terminated?.containerID) return run(terminated, terminated.containerID);
  if (last?.containerID) return run(last, last.containerID);
  if (terminated) throw badRequest(`${which} is terminated`);
  throw badRequest(
    waiting
      ? `${which} is waiting to start: ${WAITING[waiting.reason] ?? waiting.reason}`
      : `${which} is waiting to start - no logs yet`,
  );
}

function statusOf(pod: KubeObject, name: string): any {
  const { containerStatuses = [], initContainerStatuses = [] } =
    pod.status ?? {};
  return [...containerStatuses, ...initContainerStatuses].find(
    each => each.name === name,
  );
}
