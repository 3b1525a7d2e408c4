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

import { ProjectionContext } from '@quarterdeck/backstage-plugin-fleet-node';
import { ReflectorContext } from './ReflectorContext';

/** The part of every object that the inventory itself reads. */
export interface ObjectHead {
  readonly metadata?: {
    readonly uid?: string;
    readonly resourceVersion?: string;
  };
}

/** Fields that are read of every object, whatever its kind. */
export const headFields = [
  'metadata.uid',
  'metadata.name',
  'metadata.namespace',
  'metadata.resourceVersion',
];

/** Makes rows of objects and keeps them. */
export class RowKeeper {
  readonly #context: ReflectorContext;
  readonly #projection: ProjectionContext;
  #complained = false;

  constructor(context: ReflectorContext) {
    this.#context = context;
    this.#projection = {
      cluster: context.connector.cluster,
      intern: context.fleet.intern,
    };
  }

  /** Keeps the row of an object, or no row when the projection does not want one. Answers with its uid. */
  keep(object: ObjectHead | null): string | undefined {
    const { source, table } = this.#context;
    const uid = object?.metadata?.uid;
    if (!uid) {
      return undefined;
    }
    try {
      const row = source.project(object, this.#projection);
      if (row) {
        table.upsert(row);
      } else {
        table.remove(uid);
      }
    } catch (error) {
      this.#complain(uid, error as Error);
    }
    return uid;
  }

  /** One object that a projection cannot bear must not cost the others; its last row stays. */
  #complain(uid: string, error: Error): void {
    const { fleet, source, connector } = this.#context;
    fleet.counters.unprojected++;
    if (!this.#complained) {
      this.#complained = true;
      fleet.logger.error(
        `The row of an object of ${source.plural} in cluster '${connector.cluster}' (uid ${uid}) could not be made; more such objects are only counted`,
        error,
      );
    }
  }
}
