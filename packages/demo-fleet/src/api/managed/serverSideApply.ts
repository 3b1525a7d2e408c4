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

import { deepEqual } from '../../store/deepEqual';
import type { KubeObject, KubeObjectInput } from '../../store/KubeObject';
import { ApiError } from '../ApiError';
import { isObject } from '../patch/mergePatch';
import {
  appliedFields,
  childrenOf,
  compareFields,
  difference,
  FieldSet,
  formatPath,
  hasLeaf,
  leaves,
} from './FieldSet';
import {
  ManagedFieldsEntry,
  ownableFields,
  shrink,
  sortEntries,
  withEntries,
} from './managedFields';

export interface ApplyOptions {
  manager: string;
  force: boolean;
  time: string;
  subresource?: string;
}

/** The live object with an applied configuration merged in, and who owns what. */
export function serverSideApply(
  live: KubeObject,
  applied: KubeObjectInput,
  options: ApplyOptions,
): KubeObject {
  const config = ownableFields(applied as KubeObject);
  if (Object.keys(config.metadata).length === 0) delete config.metadata;
  const fields = appliedFields(config);
  const entries = (live.metadata.managedFields ?? []) as ManagedFieldsEntry[];
  const isOwn = (entry: ManagedFieldsEntry) =>
    entry.manager === options.manager &&
    entry.operation === 'Apply' &&
    entry.subresource === options.subresource;
  const own = entries.find(isOwn);
  const others = entries.filter(entry => !isOwn(entry));

  const merged = merge(ownableFields(live), config, '');
  const { changed } = compareFields(ownableFields(live), merged);
  if (!options.force) refuseConflicts(changed ?? {}, others);

  const given = own && difference(own.fieldsV1, fields);
  const orphaned = leaves(given ?? {}).filter(
    path => !others.some(entry => hasLeaf(entry.fieldsV1, path)),
  );
  const result = orphaned.reduce((value, path) => without(value, path), merged);
  const entry: ManagedFieldsEntry = {
    manager: options.manager,
    operation: 'Apply',
    apiVersion: live.apiVersion,
    time:
      own && deepEqual(own.fieldsV1, fields) && !changed
        ? own.time
        : options.time,
    fieldsType: 'FieldsV1',
    fieldsV1: fields,
    ...(options.subresource && { subresource: options.subresource }),
  };
  const next = {
    ...result,
    kind: live.kind,
    apiVersion: live.apiVersion,
    metadata: { ...serverMetadata(live), ...result.metadata },
  };
  return withEntries(
    next,
    sortEntries([...others.flatMap(each => shrink(each, changed)), entry]),
  );
}

function refuseConflicts(
  changed: FieldSet,
  others: ManagedFieldsEntry[],
): void {
  const causes = others.flatMap(entry =>
    leaves(changed)
      .filter(path => hasLeaf(entry.fieldsV1, path))
      .map(path => ({
        reason: 'FieldManagerConflict',
        message: `conflict with "${entry.manager}"${
          entry.operation === 'Update' ? ` using ${entry.apiVersion}` : ''
        }`,
        field: formatPath(path),
      })),
  );
  if (causes.length === 0) return;
  const texts = causes.map(cause => `${cause.message}: ${cause.field}`);
  throw new ApiError(
    409,
    'Conflict',
    causes.length === 1
      ? `Apply failed with 1 conflict: ${texts[0]}`
      : `Apply failed with ${causes.length} conflicts: ${texts.join(', ')}`,
    { causes },
  );
}

function merge(live: any, config: any, field: string): any {
  if (config === undefined || config === null) return live;
  if (live === undefined || live === null) return config;
  const liveChildren = childrenOf(field, live);
  const configChildren = childrenOf(field, config);
  if (!liveChildren || !configChildren) return config;
  if (isObject(live)) {
    const result: any = { ...live };
    for (const [, child] of configChildren) {
      result[child.field] = merge(live[child.field], child.value, child.field);
    }
    return result;
  }
  const steps = [
    ...[...liveChildren.keys()].filter(step => !configChildren.has(step)),
    ...configChildren.keys(),
  ];
  const order = [...liveChildren.keys()].every(step => configChildren.has(step))
    ? [...configChildren.keys()]
    : [...new Set([...liveChildren.keys(), ...steps])];
  return order.map(step =>
    merge(liveChildren.get(step)?.value, configChildren.get(step)?.value, ''),
  );
}

/** The value without one field, that nobody owns any more. */
function without(value: any, [step, ...rest]: string[], field = ''): any {
  const children = childrenOf(field, value);
  const child = children?.get(step);
  if (!child) return value;
  if (Array.isArray(value)) {
    const list = value.flatMap(each => {
      if (each !== child.value) return [each];
      // The whole element goes with the field that is its key.
      return rest.length ? [without(each, rest)] : [];
    });
    return list;
  }
  const result = { ...value };
  const next = rest.length
    ? without(child.value, rest, child.field)
    : undefined;
  const isEmpty =
    rest.length === 1 &&
    (Array.isArray(next) ? next : Object.keys(next ?? {})).length === 0;
  if (next === undefined || isEmpty) delete result[child.field];
  else result[child.field] = next;
  return result;
}

function serverMetadata(live: KubeObject): KubeObject['metadata'] {
  const owned = ownableFields(live).metadata;
  const metadata: any = { ...live.metadata };
  Object.keys(owned).forEach(field => delete metadata[field]);
  return metadata;
}
