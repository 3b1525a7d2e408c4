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

/** A place that clusters are known from. */
export interface ClusterSource {
  /** Its place in the configuration, for messages: `fleet.clusters[0]`. */
  readonly key: string;
  /**
   * Begins to look. `report` is called with all the clusters of the source, at first and again whenever they change; what is not
   * in the newest report is gone. Problems are reported as definitions with a `problem`, never thrown.
   */
  start(report: (definitions: readonly ClusterDefinition[]) => void): void;
  stop(): Promise<void>;
}
