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

import { addServedApi } from '../api/discovery/apiServices';
import type { KubeObject } from '../store/KubeObject';
import type { ObjectStore } from '../store/ObjectStore';
import type { ResourceType } from '../store/ResourceType';
import type { Usage } from './containerUsage';
import { SAMPLE_MS, UsageSample, UsageSamples } from './UsageSamples';

const GROUP = 'metrics.k8s.io';
const VERSION = 'v1beta1';

/** Adds what a metrics server serves: the use of nodes and pods, made when asked for. */
export function installMetricsApi(store: ObjectStore): void {
  const samples = new UsageSamples(store);
  store.types.register(
    metricsType('nodes', 'NodeMetrics', false, perSample(samples, nodeMetrics)),
  );
  store.types.register(
    metricsType('pods', 'PodMetrics', true, perSample(samples, podMetrics)),
  );
  addServedApi(store, {
    group: GROUP,
    version: VERSION,
    service: 'metrics-server',
    labels: { 'k8s-app': 'metrics-server' },
  });
}

function metricsType(
  plural: string,
  kind: string,
  namespaced: boolean,
  computed: () => ReadonlyMap<string, KubeObject>,
): ResourceType {
  return {
    group: GROUP,
    version: VERSION,
    plural,
    singular: '',
    kind,
    listKind: `${kind}List`,
    shortNames: [],
    namespaced,
    subresources: [],
    verbs: ['get', 'list'],
    generation: false,
    computed,
  };
}

/** The same objects for as long as the sample is the same. */
function perSample(
  samples: UsageSamples,
  make: (sample: UsageSample) => ReadonlyMap<string, KubeObject>,
): () => ReadonlyMap<string, KubeObject> {
  let made: ReadonlyMap<string, KubeObject> = new Map();
  let of: UsageSample | undefined;
  return () => {
    const sample = samples.latest();
    if (sample !== of) {
      made = make(sample);
      of = sample;
    }
    return made;
  };
}

function nodeMetrics({ at, nodes }: UsageSample) {
  return new Map(
    [...nodes].map(([key, { node, usage }]) => [
      key,
      {
        ...head('NodeMetrics', node, at),
        usage: quantities(usage),
      } as unknown as KubeObject,
    ]),
  );
}

function podMetrics({ at, pods }: UsageSample) {
  return new Map(
    [...pods].map(([key, { pod, containers }]) => [
      key,
      {
        ...head('PodMetrics', pod, at),
        containers: containers.map(({ name, usage }) => ({
          name,
          usage: quantities(usage),
        })),
      } as unknown as KubeObject,
    ]),
  );
}

function head(kind: string, { metadata }: KubeObject, at: number) {
  const timestamp = `${new Date(at).toISOString().slice(0, 19)}Z`;
  const { name, namespace, labels } = metadata;
  return {
    kind,
    apiVersion: `${GROUP}/${VERSION}`,
    metadata: {
      name,
      ...(namespace && { namespace }),
      creationTimestamp: timestamp,
      ...(labels && { labels }),
    },
    timestamp,
    window: `${SAMPLE_MS / 1_000}s`,
  };
}

function quantities({ cpu, memory }: Usage) {
  return {
    cpu: `${Math.round(cpu * 1e9)}n`,
    memory: `${Math.round(memory / 1_024)}Ki`,
  };
}
