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
import type { KubeObject } from '../../store/KubeObject';
import { emptyObject } from '../watch/bookmarkObject';
import { compareFields, difference, FieldSet, union } from './FieldSet';

export interface ManagedFieldsEntry {
  manager: string;
  operation: 'Apply' | 'Update';
  apiVersion: string;
  /** Absent for the scale subresource, as the real server leaves it out. */
  time?: string;
  fieldsType: 'FieldsV1';
  fieldsV1: FieldSet;
  subresource?: string;
}

export interface FieldOwner {
  manager: string;
  subresource?: string;
  time: string;
}

const SERVER_FIELDS = [
  'name',
  'namespace',
  'uid',
  'resourceVersion',
  'generation',
  'creationTimestamp',
  'deletionTimestamp',
  'deletionGracePeriodSeconds',
  'managedFields',
  'selfLink',
];

/** The part of an object that managers own. */
export function ownableFields(object: KubeObject): any {
  const { apiVersion, kind, metadata, ...rest } = object;
  const own: Record<string, unknown> = { ...metadata };
  SERVER_FIELDS.forEach(field => delete own[field]);
  return { metadata: own, ...rest };
}

/** The object with its ownership brought up to date after a create or update. */
export function trackUpdate(
  before: KubeObject | undefined,
  after: KubeObject,
  owner: FieldOwner,
): KubeObject {
  const old = before ? ownableFields(before) : emptyObject(after.kind);
  const { changed, removed } = compareFields(old, ownableFields(after));
  const touched = changed ?? {};
  const entries: ManagedFieldsEntry[] =
    ((before ?? after).metadata.managedFields as any) ?? [];
  if (!changed && !removed) return withEntries(after, entries);
  const isOwner = (entry: ManagedFieldsEntry) =>
    entry.manager === owner.manager &&
    entry.operation === 'Update' &&
    entry.subresource === owner.subresource;
  const others = entries
    .filter(entry => !isOwner(entry))
    .flatMap(entry => shrink(entry, changed, removed));
  const own = entries.find(isOwner);
  const kept = own && difference(own.fieldsV1, removed);
  const fieldsV1 = union(kept ?? {}, touched);
  if (Object.keys(fieldsV1).length === 0) return withEntries(after, others);
  const entry: ManagedFieldsEntry = {
    manager: owner.manager,
    operation: 'Update',
    apiVersion: after.apiVersion,
    ...(owner.subresource !== 'scale' && {
      time: own && deepEqual(own.fieldsV1, fieldsV1) ? own.time : owner.time,
    }),
    fieldsType: 'FieldsV1',
    fieldsV1,
    ...(owner.subresource && { subresource: owner.subresource }),
  };
  return withEntries(after, sortEntries([...others, entry]));
}

/** Applied entries come first, then the others by age. */
export function sortEntries(
  entries: ManagedFieldsEntry[],
): ManagedFieldsEntry[] {
  const rank = (entry: ManagedFieldsEntry) =>
    `${entry.operation === 'Apply' ? 0 : 1}${entry.time ?? ''}`;
  return [...entries].sort((left, right) =>
    rank(left) < rank(right) ? -1 : Number(rank(left) > rank(right)),
  );
}

export function shrink(
  entry: ManagedFieldsEntry,
  ...lost: Array<FieldSet | undefined>
): ManagedFieldsEntry[] {
  let fields: FieldSet | undefined = entry.fieldsV1;
  for (const set of lost) {
    if (fields && set && Object.keys(set).length > 0) {
      fields = difference(fields, set);
    }
  }
  return fields ? [{ ...entry, fieldsV1: fields }] : [];
}

export function withEntries(
  object: KubeObject,
  entries: ManagedFieldsEntry[],
): KubeObject {
  const { managedFields, ...metadata } = object.metadata;
  return {
    ...object,
    metadata: entries.length
      ? { ...metadata, managedFields: entries }
      : metadata,
  };
}
