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

import type { KubeObject } from '../store/ObjectStore';
import type { ClusterWorld } from '../world/ClusterWorld';
import { isReady, isTerminal } from '../world/podConditions';
import { controllerReference } from './podFromTemplate';
import { keyOf, splitKey, WorkQueue } from './WorkQueue';

/** Changes of a rollout are told together. */
const LATENCY_MS = 1_000;
const MOST_PER_SLICE = 100;
const MANAGED_BY = 'endpointslice.kubernetes.io/managed-by';
const SERVICE_NAME = 'kubernetes.io/service-name';

/** Says where each service's pods are: EndpointSlices, and the older Endpoints. */
export class EndpointsController {
  readonly #queue: WorkQueue;

  constructor(private readonly world: ClusterWorld) {
    const { services, pods } = world.kinds;
    this.#queue = new WorkQueue(world.clock, key => this.#reconcile(key), 100);
    world.on(services, ({ object }) => this.#queue.add(keyOf(object)));
    world.on(pods, ({ object, previous }) => {
      if (previous && !changed(object, previous)) return;
      for (const service of services.list()) {
        if (selects(service, object)) {
          this.#queue.add(keyOf(service), LATENCY_MS);
        }
      }
    });
  }

  #reconcile(key: string): void {
    const service = this.world.kinds.services.get(...splitKey(key));
    if (!service?.spec?.selector || service.metadata.deletionTimestamp) return;
    const pods = this.world.podsByNamespace
      .of(service.metadata.namespace)
      .filter(pod => pod.status?.podIP && !isTerminal(pod))
      .filter(pod => selects(service, pod))
      .sort((left, right) =>
        left.metadata.name < right.metadata.name ? -1 : 1,
      );
    this.#writeSlices(service, pods);
    this.#writeEndpoints(service, pods);
  }

  #writeSlices(service: KubeObject, pods: KubeObject[]): void {
    const { endpointSlices } = this.world.kinds;
    const { name, namespace } = service.metadata;
    const count = Math.max(1, Math.ceil(pods.length / MOST_PER_SLICE));
    for (let index = 0; index < count; index += 1) {
      const part = pods.slice(
        index * MOST_PER_SLICE,
        (index + 1) * MOST_PER_SLICE,
      );
      const content = {
        addressType: 'IPv4',
        endpoints: part.map(pod => this.#endpoint(pod)),
        // Unlike that of Endpoints, the name of an unnamed port is there, empty.
        ports:
          portsOf(service, part[0])?.map(port => ({ name: '', ...port })) ??
          null,
      };
      const sliceName = `${name}-${service.metadata.uid.slice(0, 5)}${index || ''}`;
      const current = endpointSlices.get(namespace, sliceName);
      if (current) {
        endpointSlices.update({ ...current, ...content });
        continue;
      }
      endpointSlices.create({
        metadata: {
          name: sliceName,
          generateName: `${name}-`,
          namespace,
          labels: {
            ...service.metadata.labels,
            [MANAGED_BY]: 'endpointslice-controller.k8s.io',
            [SERVICE_NAME]: name,
          },
          ownerReferences: [controllerReference(service)],
        },
        ...content,
      });
    }
    let surplus = count;
    for (;;) {
      const sliceName = `${name}-${service.metadata.uid.slice(0, 5)}${surplus}`;
      const current = endpointSlices.get(namespace, sliceName);
      if (!current) return;
      endpointSlices.delete(current);
      surplus += 1;
    }
  }

  #endpoint(pod: KubeObject) {
    const { name, namespace, uid, deletionTimestamp } = pod.metadata;
    const ready = isReady(pod);
    const terminating = deletionTimestamp !== undefined;
    const node = this.world.kinds.nodes.get(undefined, pod.spec.nodeName);
    const zone = node?.metadata.labels?.['topology.kubernetes.io/zone'];
    return {
      addresses: [pod.status.podIP],
      conditions: {
        ready: ready && !terminating,
        serving: ready,
        terminating,
      },
      nodeName: pod.spec.nodeName,
      targetRef: { kind: 'Pod', namespace, name, uid },
      ...(zone && { zone }),
    };
  }

  #writeEndpoints(service: KubeObject, pods: KubeObject[]): void {
    const { endpoints } = this.world.kinds;
    const { name, namespace, labels } = service.metadata;
    const addresses = (wanted: boolean) =>
      pods
        .filter(pod => !pod.metadata.deletionTimestamp)
        .filter(pod => isReady(pod) === wanted)
        .map(pod => ({
          ip: pod.status.podIP,
          nodeName: pod.spec.nodeName,
          targetRef: {
            kind: 'Pod',
            namespace,
            name: pod.metadata.name,
            uid: pod.metadata.uid,
          },
        }));
    const ready = addresses(true);
    const notReady = addresses(false);
    const subsets =
      ready.length + notReady.length > 0
        ? [
            {
              ...(ready.length > 0 && { addresses: ready }),
              ...(notReady.length > 0 && { notReadyAddresses: notReady }),
              ports: portsOf(service, pods[0]),
            },
          ]
        : undefined;
    const current = endpoints.get(namespace, name);
    const { subsets: _, ...rest } = current ?? ({} as KubeObject);
    const content = subsets && { subsets };
    if (current) endpoints.update({ ...rest, ...content } as KubeObject);
    else {
      endpoints.create({
        metadata: {
          name,
          namespace,
          labels: {
            ...labels,
            'endpoints.kubernetes.io/managed-by': 'endpoint-controller',
          },
        },
        ...content,
      });
    }
  }
}

function selects(service: KubeObject, pod: KubeObject): boolean {
  if (service.metadata.namespace !== pod.metadata.namespace) return false;
  const wanted = Object.entries(service.spec?.selector ?? {});
  const labels = pod.metadata.labels ?? {};
  return (
    wanted.length > 0 && wanted.every(([name, value]) => labels[name] === value)
  );
}

/** What of a pod the endpoints show. */
function changed(pod: KubeObject, previous: KubeObject): boolean {
  return (
    pod.status?.podIP !== previous.status?.podIP ||
    isReady(pod) !== isReady(previous) ||
    isTerminal(pod) !== isTerminal(previous) ||
    pod.metadata.deletionTimestamp !== previous.metadata.deletionTimestamp ||
    pod.metadata.labels !== previous.metadata.labels
  );
}

function portsOf(service: KubeObject, pod: KubeObject | undefined) {
  if (!pod) return null;
  const named = new Map<string, number>(
    pod.spec.containers
      .flatMap((container: any) => container.ports ?? [])
      .map((port: any) => [port.name, port.containerPort]),
  );
  const ports: any[] = service.spec.ports ?? [];
  return ports.map(port => ({
    ...(port.name && { name: port.name }),
    port:
      typeof port.targetPort === 'number'
        ? port.targetPort
        : named.get(port.targetPort),
    protocol: port.protocol,
  }));
}
