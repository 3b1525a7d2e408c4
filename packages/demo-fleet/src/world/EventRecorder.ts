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
import { microTimestamp, timestamp } from './kubernetesTime';
import type { ResourceHandle } from './ResourceHandle';
import type { SimulationClock } from './SimulationClock';

const TTL_MS = 3_600_000;
const SWEEP_MS = 30_000;

export interface EventDetails {
  reason: string;
  message: string;
  component: string;
  warning?: boolean;
  /** The node, for what a kubelet reports. */
  host?: string;
  /** The container that the event is about. */
  container?: string;
  /** Set for components that report as `events.k8s.io` does: the scheduler. */
  action?: string;
}

interface Recorded {
  namespace: string;
  name: string;
  lastAt: number;
}

export interface EventRecorderOptions {
  events: ResourceHandle;
  namespaces: ResourceHandle;
  clock: SimulationClock;
  /** Name of the cluster, which some components report as their host. */
  instance: string;
  /** Events before this would have expired by the time anybody can look. */
  from?: number;
}

/** Writes events, counts repeated ones, and forgets them after an hour. */
export class EventRecorder {
  readonly #byContent = new Map<string, Recorded>();
  #serial = 0;

  constructor(private readonly options: EventRecorderOptions) {}

  start(): void {
    this.options.clock.schedule(SWEEP_MS, () => this.#sweep());
  }

  record(about: KubeObject, details: EventDetails): void {
    const now = this.options.clock.now();
    if (now < (this.options.from ?? 0)) return;
    const { reason, message, component, container } = details;
    const key = [
      about.metadata.uid,
      component,
      reason,
      container,
      message,
    ].join('\n');
    const known = this.#byContent.get(key);
    const existing =
      known && this.options.events.get(known.namespace, known.name);
    if (known && existing) {
      this.options.events.update(repeated(existing, now, details));
      known.lastAt = now;
      // Back to the end, since the map is swept in order of last use.
      this.#byContent.delete(key);
      this.#byContent.set(key, known);
      return;
    }
    this.#serial += 1;
    const nanos =
      BigInt(Math.floor(now)) * 1_000_000n + BigInt(this.#serial % 1_000_000);
    const namespace = about.metadata.namespace ?? 'default';
    // The server takes nothing new in a namespace that is going.
    const home = this.options.namespaces.get(undefined, namespace);
    if (home?.metadata.deletionTimestamp) return;
    const name = `${about.metadata.name}.${nanos.toString(16)}`;
    if (this.options.events.get(namespace, name)) return;
    this.options.events.create(
      firstEvent(
        { namespace, name },
        about,
        details,
        now,
        this.options.instance,
      ),
    );
    this.#byContent.set(key, { namespace, name, lastAt: now });
  }

  #sweep(): void {
    const expired = this.options.clock.now() - TTL_MS;
    for (const [key, recorded] of this.#byContent) {
      if (recorded.lastAt > expired) break;
      this.#byContent.delete(key);
      const event = this.options.events.get(recorded.namespace, recorded.name);
      if (event) this.options.events.delete(event);
    }
    this.options.clock.schedule(SWEEP_MS, () => this.#sweep());
  }
}

function firstEvent(
  metadata: { namespace: string; name: string },
  about: KubeObject,
  details: EventDetails,
  now: number,
  instance: string,
) {
  const { component, host, container, action } = details;
  const involvedObject: Record<string, string> = {
    kind: about.kind,
    ...(about.metadata.namespace && { namespace: about.metadata.namespace }),
    name: about.metadata.name,
    uid: about.metadata.uid,
    apiVersion: about.apiVersion,
    resourceVersion: about.metadata.resourceVersion,
    ...(container && { fieldPath: `spec.containers{${container}}` }),
  };
  const common = {
    metadata,
    involvedObject,
    reason: details.reason,
    message: details.message,
    type: details.warning ? 'Warning' : 'Normal',
    reportingComponent: component,
  };
  if (action) {
    return {
      ...common,
      source: {},
      firstTimestamp: null,
      lastTimestamp: null,
      eventTime: microTimestamp(now),
      action,
      reportingInstance: `${component}-${instance}`,
    };
  }
  const at = timestamp(now);
  return {
    ...common,
    source: { component, ...(host && { host }) },
    firstTimestamp: at,
    lastTimestamp: at,
    count: 1,
    eventTime: null,
    reportingInstance: host ?? '',
  };
}

function repeated(
  event: KubeObject,
  now: number,
  details: EventDetails,
): KubeObject {
  if (details.action) {
    return {
      ...event,
      series: {
        count: (event.series?.count ?? 1) + 1,
        lastObservedTime: microTimestamp(now),
      },
    };
  }
  return { ...event, count: event.count + 1, lastTimestamp: timestamp(now) };
}
