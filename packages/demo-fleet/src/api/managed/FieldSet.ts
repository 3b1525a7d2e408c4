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
import { associativeKeys, isAtomic, isSetList } from '../patch/mergeKeys';
import { isObject } from '../patch/mergePatch';

/** Owned fields in the form of `fieldsV1`: a leaf is empty, `.` is the value itself. */
export interface FieldSet {
  [step: string]: FieldSet;
}

/** A value's children for ownership, or undefined when it is owned as one. */
export function childrenOf(
  field: string,
  value: any,
): Map<string, { field: string; value: any }> | undefined {
  if (value === null || value === undefined || isAtomic(field))
    return undefined;
  if (isObject(value)) {
    const entries = Object.entries(value).filter(
      ([, each]) => each !== undefined,
    );
    return new Map(
      entries.map(([key, each]) => [`f:${key}`, { field: key, value: each }]),
    );
  }
  if (!Array.isArray(value)) return undefined;
  if (isSetList(field)) {
    return new Map(
      value.map(each => [
        `v:${JSON.stringify(each)}`,
        { field: '', value: each },
      ]),
    );
  }
  const keys = associativeKeys(field, value);
  if (!keys) return undefined;
  return new Map(
    value.map(each => [
      `k:${JSON.stringify(elementKey(keys, each))}`,
      { field: '', value: each },
    ]),
  );
}

function elementKey(keys: string[], element: any): Record<string, unknown> {
  return Object.fromEntries(
    [...keys]
      .sort()
      .map(key => [
        key,
        element?.[key] ?? (key === 'protocol' ? 'TCP' : undefined),
      ]),
  );
}

/** Every leaf of an applied value; elements of lists own themselves too. */
export function appliedFields(value: any, field = ''): FieldSet {
  const children = childrenOf(field, value);
  const set: FieldSet = {};
  for (const [step, child] of children ?? []) {
    set[step] = appliedFields(child.value, child.field);
    if (step.startsWith('k:')) set[step] = { '.': {}, ...set[step] };
  }
  return set;
}

export interface FieldChanges {
  /** Fields that are new or have another value. */
  changed: FieldSet | undefined;
  /** Fields that are gone. */
  removed: FieldSet | undefined;
}

/** What differs between two values, as sets of fields. */
export function compareFields(
  before: any,
  after: any,
  field = '',
): FieldChanges {
  if (deepEqual(before, after)) {
    return { changed: undefined, removed: undefined };
  }
  const old = childrenOf(field, before);
  const next = childrenOf(field, after);
  if (!next?.size) {
    const removed = old?.size ? appliedFields(before, field) : undefined;
    return after === undefined
      ? { changed: undefined, removed: removed ?? {} }
      : { changed: {}, removed };
  }
  const changed: FieldSet = before === undefined ? { '.': {} } : {};
  const removed: FieldSet = {};
  for (const step of new Set([...(old?.keys() ?? []), ...next.keys()])) {
    const child = next.get(step) ?? old?.get(step);
    const result = compareFields(
      old?.get(step)?.value,
      next.get(step)?.value,
      child?.field,
    );
    if (result.changed) changed[step] = result.changed;
    if (result.removed) removed[step] = result.removed;
  }
  return { changed: orUndefined(changed), removed: orUndefined(removed) };
}

export function union(left: FieldSet, right: FieldSet): FieldSet {
  const result: FieldSet = { ...left };
  for (const [step, child] of Object.entries(right)) {
    result[step] = result[step] ? union(result[step], child) : child;
  }
  return result;
}

/** The set without the fields of another; undefined when nothing is left. */
export function difference(
  set: FieldSet,
  other: FieldSet | undefined,
): FieldSet | undefined {
  if (!other) return set;
  if (isLeaf(other)) return undefined;
  const result: FieldSet = {};
  for (const [step, child] of Object.entries(set)) {
    const rest = other[step] ? difference(child, other[step]) : child;
    if (rest) result[step] = rest;
  }
  return orUndefined(result);
}

/** The leaves of a set as paths of steps; an element that owns itself is one. */
export function leaves(set: FieldSet, path: string[] = []): string[][] {
  if (isLeaf(set)) return path.length ? [path] : [];
  const isElement = path[path.length - 1]?.startsWith('k:') && set['.'];
  if (isElement) return [path];
  return Object.entries(set).flatMap(([step, child]) =>
    step === '.' ? [] : leaves(child, [...path, step]),
  );
}

export function hasLeaf(set: FieldSet, path: string[]): boolean {
  let current: FieldSet | undefined = set;
  for (const step of path) current = current?.[step];
  return current !== undefined;
}

function isLeaf(set: FieldSet): boolean {
  return Object.keys(set).length === 0;
}

function orUndefined(set: FieldSet): FieldSet | undefined {
  return isLeaf(set) ? undefined : set;
}

/** A path of steps as messages of the server write it: `.spec.containers[name="web"].image`. */
export function formatPath(path: string[]): string {
  return path
    .map(step => {
      if (step.startsWith('f:')) return `.${step.slice(2)}`;
      if (step.startsWith('v:')) return `[${step.slice(2)}]`;
      const key = Object.entries(JSON.parse(step.slice(2)));
      return `[${key
        .map(([name, value]) => `${name}=${JSON.stringify(value)}`)
        .join(',')}]`;
    })
    .join('');
}
