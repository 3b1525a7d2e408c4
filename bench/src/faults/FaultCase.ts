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

import type { BackendFeature } from '@backstage/backend-plugin-api';
import type { World } from './world/World';

/** How the fleet plugin runs in a case. */
export type FleetRuntime =
  /** As the product wires it, in a backend of its own, in real time. */
  | {
      readonly wired: 'plugin';
      /** Services in place of those that allow everything. */
      readonly features?: () => readonly BackendFeature[];
    }
  /** The same in a process of its own, which can be measured and killed. */
  | { readonly wired: 'process' }
  /** Its parts, put together by the suite, so that what it counts can be read and its clock can run faster. */
  | { readonly wired: 'parts'; readonly clockRate?: number };

/** One fault, and what must come of it. */
export interface FaultCase {
  /** As in the table of the documentation: `A7`. */
  readonly id: string;
  /** What goes wrong, and what must follow. */
  readonly title: string;
  /** Whether informers can be asked the same, or why not, or why they were not. */
  readonly peer:
    'run' | { readonly notApplicable: string } | { readonly notRun: string };
  /** The plugin in real time, when left out. */
  readonly runtime?: FleetRuntime;
  /** Nothing else runs meanwhile: it loads the machine, or measures it. */
  readonly alone?: boolean;
  /** A system without backoff would ask as fast as it can and disturb the other cases, so informers play it after all others. */
  readonly storms?: boolean;
  /**
   * Plays the case against the system in the world. Throws when something is not as it must be; answers with what was measured, for the
   * report.
   */
  run(world: World): Promise<string | void>;
}
