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

import type { KubeObject } from '../store/KubeObject';
import type { ObjectStore } from '../store/ObjectStore';
import type { ResourceType } from '../store/ResourceType';
import type { Authorizer } from './auth/Authorizer';
import type { ServiceAccountTokens } from './auth/ServiceAccountTokens';
import type { ObjectEncoder } from './ObjectEncoder';
import type { ListSnapshots } from './read/ListSnapshots';
import type { WatchHub } from './watch/WatchHub';

/** What the handlers of one server share. */
export interface ApiContext {
  store: ObjectStore;
  encoder: ObjectEncoder;
  authorizer: Authorizer;
  serviceAccounts: ServiceAccountTokens;
  snapshots: ListSnapshots;
  watches: WatchHub;
  /** Kubernetes version, such as `v1.36.2`. */
  version: string;
  /** How often watches are told the current version. */
  bookmarkIntervalMs: number;
  /** `host:port` at which clients reach the server. */
  address: () => string;
}

/** An object as one type of the API shows it. */
export function viewOf(type: ResourceType, object: KubeObject): KubeObject {
  return type.view ? type.view.show(object) : object;
}
