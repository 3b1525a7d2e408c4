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

import { CustomResources } from './CustomResources';
import { GarbageCollector } from './GarbageCollector';
import { NamespaceLifecycle } from './NamespaceLifecycle';
import type { ObjectStore } from './ObjectStore';

export interface StoreControllers {
  customResources: CustomResources;
}

const running = new WeakMap<ObjectStore, StoreControllers>();

/**
 * The rules that hold in every cluster whatever runs in it: owner references,
 * ends of namespaces, kinds of CustomResourceDefinitions. Once per store.
 */
export function startStoreControllers(store: ObjectStore): StoreControllers {
  let controllers = running.get(store);
  if (!controllers) {
    const customResources = new CustomResources(store);
    controllers = { customResources };
    running.set(store, controllers);
    void new GarbageCollector(store);
    void new NamespaceLifecycle(store);
  }
  return controllers;
}
