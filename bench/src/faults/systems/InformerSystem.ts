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
  AppsV1Api,
  CoreV1Api,
  Informer,
  KubeConfig,
  KubernetesListObject,
  KubernetesObject,
  makeInformer,
  ObjectCache,
} from '@kubernetes/client-node';
import type { DemoCluster } from '@quarterdeck/demo-fleet';
import type { ClusterAddress, FaultSystem, ToldChange } from './FaultSystem';

const RESTART_AFTER = 1_000;

type Kept = Informer<KubernetesObject> & ObjectCache<KubernetesObject>;

interface Kind {
  readonly apiVersion: string;
  readonly kind: string;
  readonly path: string;
  readonly list: (
    config: KubeConfig,
  ) => () => Promise<KubernetesListObject<KubernetesObject>>;
}

const KINDS: readonly Kind[] = [
  {
    apiVersion: 'v1',
    kind: 'Pod',
    path: '/api/v1/pods',
    list: config => () =>
      config.makeApiClient(CoreV1Api).listPodForAllNamespaces(),
  },
  {
    apiVersion: 'v1',
    kind: 'Node',
    path: '/api/v1/nodes',
    list: config => () => config.makeApiClient(CoreV1Api).listNode(),
  },
  {
    apiVersion: 'v1',
    kind: 'Namespace',
    path: '/api/v1/namespaces',
    list: config => () => config.makeApiClient(CoreV1Api).listNamespace(),
  },
  {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    path: '/apis/apps/v1/deployments',
    list: config => () =>
      config.makeApiClient(AppsV1Api).listDeploymentForAllNamespaces(),
  },
];

const VIEW_OF: Readonly<Record<string, string>> = {
  Pod: 'pods.list',
  Node: 'nodes.list',
  Deployment: 'workloads.list',
};

/** `makeInformer` of client-node for four of the kinds, as it comes or started again a second after each error. */
export class InformerSystem implements FaultSystem {
  readonly #restarts: boolean;
  readonly #clusters = new Map<string, Map<Kind, Kept>>();
  readonly #told: ToldChange[] = [];
  #stopped = false;

  constructor(options: { restarts: boolean }) {
    this.#restarts = options.restarts;
  }

  async start(clusters: readonly ClusterAddress[]): Promise<void> {
    for (const cluster of clusters) {
      const config = configOf(cluster);
      const kinds = new Map(
        KINDS.map(kind => [
          kind,
          makeInformer(config, kind.path, kind.list(config)) as Kept,
        ]),
      );
      this.#clusters.set(cluster.name, kinds);
      kinds.forEach((kept, { kind }) => {
        if (kind === 'Pod') this.#listen(kept);
        this.#keep(kept);
      });
    }
  }

  async difference(
    cluster: DemoCluster,
    only?: readonly string[],
  ): Promise<string | undefined> {
    const { store, name } = cluster;
    for (const [kind, kept] of this.#clusters.get(name) ?? []) {
      if (only && !only.includes(VIEW_OF[kind.kind])) continue;
      const held = versions(kept.list());
      const type = store.types.require(kind.apiVersion, kind.kind);
      const wanted = versions([
        ...store.list(type),
      ] as unknown as KubernetesObject[]);
      const wrong =
        held.length !== wanted.length
          ? `${held.length} held, ${wanted.length} there`
          : held.find((version, index) => version !== wanted[index]);
      if (wrong) return `${kind.kind} of ${name}: ${wrong}`;
    }
    return undefined;
  }

  takeTold(): readonly ToldChange[] {
    return this.#told.splice(0);
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    for (const kinds of this.#clusters.values()) {
      for (const kept of kinds.values()) await kept.stop();
    }
  }

  #listen(kept: Kept): void {
    const tell =
      (change: ToldChange['change']) =>
      ({ metadata }: KubernetesObject) =>
        this.#told.push({
          change,
          uid: metadata?.uid ?? '',
          name: metadata?.name ?? '',
        });
    kept.on('add', tell('added'));
    kept.on('update', tell('changed'));
    kept.on('delete', tell('removed'));
  }

  #keep(kept: Kept): void {
    const begin = () => {
      if (!this.#stopped) void kept.start();
    };
    kept.on('error', () => {
      if (this.#restarts) setTimeout(begin, RESTART_AFTER).unref();
    });
    begin();
  }
}

function configOf({ name, url, ca, tokens }: ClusterAddress): KubeConfig {
  const config = new KubeConfig();
  config.loadFromOptions({
    clusters: [
      { name, server: url, caData: Buffer.from(ca).toString('base64') },
    ],
    users: [{ name, token: tokens.admin }],
    contexts: [{ name, cluster: name, user: name }],
    currentContext: name,
  });
  return config;
}

function versions(objects: readonly KubernetesObject[]): string[] {
  return objects
    .map(({ metadata }) => `${metadata?.uid}@${metadata?.resourceVersion}`)
    .sort();
}
