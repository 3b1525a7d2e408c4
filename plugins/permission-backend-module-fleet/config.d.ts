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

export interface Config {
  fleet?: {
    permissions?: {
      /**
       * Who may do what in which part of the fleet. What somebody may do is the sum of all entries that name them; without an entry,
       * nothing of the fleet is shown.
       */
      roles?: Array<{
        /**
         * `viewer` sees clusters and namespaces; `operator` may besides run every action in those namespaces, and actions on whole clusters
         * when the entry is not limited to some namespaces; `admin` may do everything in the whole fleet and read its audit log.
         */
        role: 'viewer' | 'operator' | 'admin';
        /** Entity refs of users and groups, such as `group:default/platform`. */
        members: string[];
        /** Names of clusters; `*` stands for any run of characters. */
        clusters: string[];
        /** Names of namespaces in those clusters; `*` stands for any run of characters. All of them when left out. */
        namespaces?: string[];
        /** Only namespaces whose owner is the user or one of the user's groups, out of those named by `namespaces`. */
        ownedBy?: boolean;
      }>;
    };
  };
}
