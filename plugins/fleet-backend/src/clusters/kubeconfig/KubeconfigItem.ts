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

import { KubeconfigAllowances } from './findRefusal';

/** One item of `fleet.clusters` of type `kubeconfig`. */
export interface KubeconfigItem {
  /** Its place in the configuration, for messages. */
  readonly key: string;
  /** The folder that relative paths in the kubeconfig start at. */
  readonly folder: string;
  readonly include: readonly string[] | undefined;
  readonly exclude: readonly string[];
  readonly demo: boolean;
  readonly labels: Readonly<Record<string, string>>;
  /** Reads these namespaces only; all when absent. */
  readonly namespaces: readonly string[] | undefined;
  readonly allow: KubeconfigAllowances;
}
