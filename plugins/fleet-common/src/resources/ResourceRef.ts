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
import { z } from 'zod';

/**
 * What every row of every resource carries.
 *
 * @remarks
 *
 * `uid` is unique within a cluster and a resource and changes when an object is recreated under the same name. `cluster` is the stable
 * name of the cluster. Cluster-scoped rows have the empty string as their namespace, so that a row can always be looked up by the pair.
 *
 * @public
 */
export interface ResourceRow {
  readonly uid: string;
  readonly cluster: string;
  readonly namespace: string;
  readonly name: string;
}

/**
 * The fields of {@link ResourceRow} as a zod shape, to be spread into the schema of a row.
 *
 * @public
 */
export const resourceRowShape = {
  uid: z.string(),
  cluster: z.string(),
  namespace: z.string(),
  name: z.string(),
} as const;

/**
 * Names a kind of thing that is kept as one slim row per object. Where the rows come from is declared in the backend.
 *
 * @public
 */
export interface ResourceRef<TRow extends ResourceRow = ResourceRow> {
  readonly $type: '@quarterdeck/ResourceRef';
  /** Lower case words joined by dots, unique over the portal: `pods`, `certificates`. */
  readonly id: string;
  /** What people call it, in the plural: `StatefulSets`. The id when left out. */
  readonly title?: string;
  /** Whether its rows belong to namespaces, and so need `fleet.namespace.read`, or to the cluster, and need `fleet.cluster.read`. */
  readonly scope: 'namespace' | 'cluster';
  readonly row: z.ZodType<TRow>;
}

const resourceIdPattern = /^[a-z][a-z0-9]*([.-][a-z0-9]+)*$/;

/**
 * Options of {@link createResourceRef}.
 *
 * @public
 */
export interface CreateResourceRefOptions<TRow extends ResourceRow> {
  id: string;
  title?: string;
  scope: 'namespace' | 'cluster';
  row: z.ZodType<TRow>;
}

/**
 * Declares a resource.
 *
 * @throws TypeError when the id is not made of lower case words joined by dots or dashes.
 *
 * @example
 * ```ts
 * export const certificates = createResourceRef({
 *   id: 'certificates',
 *   scope: 'namespace',
 *   row: z.object({ ...resourceRowShape, ready: z.boolean() }),
 * });
 * ```
 *
 * @public
 */
export function createResourceRef<TRow extends ResourceRow>(
  options: CreateResourceRefOptions<TRow>,
): ResourceRef<TRow> {
  if (!resourceIdPattern.test(options.id)) {
    throw new TypeError(
      `Resource id '${options.id}' must be lower case words joined by dots or dashes`,
    );
  }
  return { $type: '@quarterdeck/ResourceRef', ...options };
}
