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

import { ResourceRow } from '@quarterdeck/backstage-plugin-fleet-common';
import {
  ProjectionContext,
  WatchedResource,
} from '@quarterdeck/backstage-plugin-fleet-node';
import { RowTable } from '../store/RowTable';

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

/** Keeps the row of an object, or no row when the projection does not want one. Answers with its uid. */
export function keepObject(
  object: ObjectHead,
  source: WatchedResource,
  context: ProjectionContext,
  table: RowTable,
): string | undefined {
  const uid = object.metadata?.uid;
  if (!uid) {
    return undefined;
  }
  const row: ResourceRow | undefined = source.project(object, context);
  if (row) {
    table.upsert(row);
  } else {
    table.remove(uid);
  }
  return uid;
}
