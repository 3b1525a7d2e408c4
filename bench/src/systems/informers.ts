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
  V1Pod,
} from '@kubernetes/client-node';
import { cpuSeconds, preciseNow, SystemOptions } from './protocol';
import { notify, serveCommands } from './serveCommands';
import { stalls } from './stalls';

/** Restarts from here on are the bench's own: see Prober. */
const PROBE_RESTARTS = 1_000_000;
const RESTART_AFTER_ERROR = 1_000;

/** Informers of @kubernetes/client-node for the kinds that the fleet plugin keeps, with whole objects as they keep them. */
const options: SystemOptions = JSON.parse(process.argv[2]);

type Kept = Informer<any> & ObjectCache<any>;

interface KeptCluster {
  readonly name: string;
  readonly kinds: Record<string, Kept>;
}

function keep(name: string): KeptCluster {
  const config = new KubeConfig();
  config.loadFromFile(options.kubeconfig!);
  config.setCurrentContext(name);
  const core = config.makeApiClient(CoreV1Api);
  const apps = config.makeApiClient(AppsV1Api);
  const informer = <T extends KubernetesObject>(
    path: string,
    list: () => Promise<KubernetesListObject<T>>,
  ): Kept => makeInformer(config, path, list);
  const kinds = {
    pods: informer('/api/v1/pods', () => core.listPodForAllNamespaces()),
    nodes: informer('/api/v1/nodes', () => core.listNode()),
    namespaces: informer('/api/v1/namespaces', () => core.listNamespace()),
    deployments: informer('/apis/apps/v1/deployments', () =>
      apps.listDeploymentForAllNamespaces(),
    ),
    events: informer('/api/v1/events', () => core.listEventForAllNamespaces()),
  };
  kinds.pods.on('update', (pod: V1Pod) => {
    const restarts = pod.status?.containerStatuses?.[0]?.restartCount ?? 0;
    if (restarts >= PROBE_RESTARTS) {
      notify({ notice: 'seen', restarts, at: preciseNow() });
    }
  });
  return { name, kinds };
}

async function start(kept: Kept): Promise<void> {
  let settle: () => void;
  const synced = new Promise<void>(resolve => {
    settle = resolve;
  });
  const begin = () =>
    kept.start().then(settle, error => {
      notify({ notice: 'error', message: `${error}` });
      setTimeout(begin, RESTART_AFTER_ERROR);
    });
  // They do not go on by themselves after an error.
  kept.on('error', error => {
    notify({ notice: 'error', message: `${error}` });
    setTimeout(begin, RESTART_AFTER_ERROR);
  });
  void begin();
  await synced;
}

const clusters = options.clusters.map(keep);

serveCommands({
  async start() {
    const startedAt = preciseNow();
    const cpuSecondsBefore = cpuSeconds();
    stalls.begin();
    for (const { name, kinds } of clusters) {
      void Promise.all(Object.values(kinds).map(start)).then(() =>
        notify({ notice: 'synced', cluster: name, at: preciseNow() }),
      );
    }
    return { startedAt, cpuSecondsBefore };
  },
  async counts() {
    return Object.fromEntries(
      clusters.map(({ name, kinds }) => [
        name,
        {
          pods: kinds.pods.list().length,
          nodes: kinds.nodes.list().length,
        },
      ]),
    );
  },
});
