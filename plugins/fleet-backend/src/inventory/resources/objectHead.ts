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

import { epochOf } from './kubernetesTime';

/** The fields of any object's metadata that the projections read. */
export interface ObjectMetadata {
  uid: string;
  name: string;
  namespace?: string;
  creationTimestamp?: string;
  deletionTimestamp?: string;
}

/** The part of a row that all kinds have in common. */
export function objectHead(
  metadata: ObjectMetadata,
  { cluster, intern }: { cluster: string; intern: (text: string) => string },
) {
  return {
    uid: metadata.uid,
    cluster,
    namespace: intern(metadata.namespace ?? ''),
    name: metadata.name,
    created: epochOf(metadata.creationTimestamp) ?? 0,
  };
}
