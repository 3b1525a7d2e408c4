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

import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import type { KubeObject } from '../../store/KubeObject';
import type { ObjectStore } from '../../store/ObjectStore';
import { seedBootstrapPolicy } from '../auth/clusterPolicy';

// eslint-disable-next-line no-restricted-syntax -- fixtures lie beside the sources
const ROOT = resolve(__dirname, '../../../fixtures/kube-1.36');

/** One exchange with a real Kubernetes 1.36 API server. */
export interface Recording {
  name: string;
  request: {
    method: string;
    path: string;
    headers: Record<string, string | null>;
    body: unknown;
  };
  status: number;
  headers: Record<string, string>;
  body?: any;
  stream?: Array<{ at: number; line: string }>;
}

export function recordings(): Recording[] {
  return readdirSync(ROOT, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && entry.name.endsWith('.json'))
    .map(entry => join(entry.parentPath, entry.name))
    .sort()
    .map(file => ({
      name: relative(ROOT, file).replace(/\.json$/, ''),
      ...JSON.parse(readFileSync(file, 'utf8')),
    }));
}

export function recording(name: string): Recording {
  const file = join(ROOT, `${name}.json`);
  return { name, ...JSON.parse(readFileSync(file, 'utf8')) };
}

/**
 * Deployments that no list shows, as they were before the recorded writes: the
 * answer of the write without what it changed.
 */
const BEFORE_WRITES: Record<string, (body: any) => any> = {
  'scale/strategic-restart': body => {
    const { annotations, ...metadata } = body.spec.template.metadata;
    return {
      ...body,
      metadata: {
        ...body.metadata,
        generation: 1,
        managedFields: body.metadata.managedFields.filter(
          (each: any) => each.manager !== 'kubectl-rollout',
        ),
      },
      spec: { ...body.spec, template: { ...body.spec.template, metadata } },
    };
  },
  'write/set-image': body => {
    const copy = structuredClone(body);
    copy.spec.template.spec.containers[0].image = 'nginx:1.27';
    copy.metadata.generation = 2;
    copy.metadata.managedFields = copy.metadata.managedFields.filter(
      (each: any) => each.manager !== 'unknown' || each.subresource,
    );
    return copy;
  },
};
const PODS = ['list/pods', 'paging/page-1', 'paging/page-2', 'paging/selector'];

/**
 * Fills a store with the objects of the recorded lists. Where a recorded list
 * goes on after its limit, one more object lets ours go on too.
 */
export function seedStore(store: ObjectStore): void {
  const lists = recordings().filter(
    ({ name, body }) =>
      (name.startsWith('list/') || PODS.includes(name)) &&
      body.kind.endsWith('List') &&
      body.kind !== 'PartialObjectMetadataList' &&
      name !== 'list/events-v1',
  );
  for (const { body } of lists) {
    const kind = body.kind.replace(/List$/, '');
    for (const item of body.items) add(store, body.apiVersion, kind, item);
    const last = body.items[body.items.length - 1];
    if (body.metadata.continue) {
      const { uid, ...metadata } = last.metadata;
      add(store, body.apiVersion, kind, {
        ...last,
        metadata: {
          ...metadata,
          name: 'zzz',
          ...(metadata.namespace && { namespace: 'zzz' }),
        },
      });
    }
  }
  seedBootstrapPolicy(store);
  for (const [name, before] of Object.entries(BEFORE_WRITES)) {
    const { body } = recording(name);
    add(store, body.apiVersion, body.kind, before(body));
  }
}

/** Puts other pods in the place of those of a namespace. */
export function replacePods(store: ObjectStore, pods: KubeObject[]): void {
  const type = store.types.require('v1', 'Pod');
  const { namespace } = pods[0].metadata;
  for (const { metadata } of store.list(type, namespace)) {
    store.delete(type, namespace, metadata.name, { gracePeriodSeconds: 0 });
  }
  pods.forEach(pod => store.create(type, pod));
}

function add(
  store: ObjectStore,
  apiVersion: string,
  kind: string,
  object: KubeObject,
): void {
  const type = store.types.byKind(apiVersion, kind);
  if (!type) throw new Error(`no type for ${apiVersion} ${kind}`);
  const { namespace, name } = object.metadata;
  if (!store.get(type, namespace, name)) store.create(type, object);
}
