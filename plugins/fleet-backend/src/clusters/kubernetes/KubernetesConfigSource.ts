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

import { ClusterDefinition } from '../ClusterDefinition';
import { ClusterSource } from '../sources/ClusterSource';

/** The clusters that a `config` locator lists. They change with the configuration, which is read at the start. */
export class KubernetesConfigSource implements ClusterSource {
  readonly key: string;
  readonly #definitions: readonly ClusterDefinition[];

  constructor(key: string, definitions: readonly ClusterDefinition[]) {
    this.key = key;
    this.#definitions = definitions;
  }

  start(report: (definitions: readonly ClusterDefinition[]) => void): void {
    report(this.#definitions);
  }

  async stop(): Promise<void> {}
}
