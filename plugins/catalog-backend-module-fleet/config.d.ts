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

import { HumanDuration } from '@backstage/types';

export interface Config {
  catalog?: {
    providers?: {
      /** Each cluster of the fleet as a Resource of type `kubernetes-cluster`. */
      fleet?: {
        /** Entity ref of who owns a cluster whose labels do not name its owner as `backstage.io/owner`. */
        defaultOwner?: string;
        /** Namespace of the entities; `default` unless told. */
        namespace?: string;
        /** Names of clusters that get no entity; `*` stands for any run of characters. */
        exclude?: string[];
        /** Whether entities show the address of the API server, as `kubernetes.io/api-server`; not unless told. */
        apiServer?: boolean;
        /** Path of the fleet's page in the portal, for links; `/fleet` unless told. */
        pagePath?: string;
        /** How long the catalog is given to read its other locations before entities are made for the first time; 30 seconds unless told. */
        initialDelay?: HumanDuration | string;
        /** How often it is looked for entities that others made for the same clusters; a minute unless told. */
        interval?: HumanDuration | string;
      };
    };
  };
}
