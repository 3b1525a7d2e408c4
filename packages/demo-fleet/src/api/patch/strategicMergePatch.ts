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
import { isObject } from './mergePatch';
import { isSetList, strategicMergeKey } from './mergeKeys';

const DELETE_FROM = '$deleteFromPrimitiveList/';
const ORDER = '$setElementOrder/';

/**
 * Strategic merge patch: like a merge patch, but lists whose elements have a
 * key are merged element by element, and directives can delete and replace.
 */
export function strategicMergePatch(target: any, patch: any): any {
  if (!isObject(patch)) return patch;
  if (patch.$patch === 'delete') return undefined;
  if (patch.$patch === 'replace') return withoutDirectives(patch);
  const base = isObject(target) ? target : {};
  const result: any = patch.$retainKeys
    ? retainKeys(base, patch.$retainKeys)
    : { ...base };
  for (const [key, value] of Object.entries(patch)) {
    if (key.startsWith(DELETE_FROM)) {
      const field = key.slice(DELETE_FROM.length);
      result[field] = (result[field] ?? []).filter(
        (each: unknown) => !(value as unknown[]).includes(each),
      );
    } else if (!key.startsWith('$')) {
      mergeField(result, key, value);
    }
  }
  for (const [key, value] of Object.entries(patch)) {
    if (key.startsWith(ORDER)) {
      const field = key.slice(ORDER.length);
      result[field] = order(field, result[field], value as any[]);
    }
  }
  return result;
}

function mergeField(result: any, key: string, value: any): void {
  if (value === null) {
    delete result[key];
    return;
  }
  const merged = Array.isArray(value)
    ? mergeList(key, result[key], value)
    : strategicMergePatch(result[key], value);
  if (merged === undefined) delete result[key];
  else result[key] = merged;
}

function mergeList(field: string, current: any[] = [], patch: any[]): any[] {
  if (isSetList(field)) return [...new Set([...current, ...patch])];
  const mergeKey = strategicMergeKey(field, [...current, ...patch]);
  const replace = patch.some(each => each?.$patch === 'replace');
  if (!mergeKey || replace) {
    return patch
      .filter(each => each?.$patch !== 'replace' || each[mergeKey ?? ''])
      .map(withoutDirectives);
  }
  const result = [...current];
  const added: any[] = [];
  for (const element of patch) {
    const index = result.findIndex(each =>
      deepEqual(each?.[mergeKey], element?.[mergeKey]),
    );
    if (element?.$patch === 'delete') {
      if (index >= 0) result.splice(index, 1);
    } else if (index >= 0) {
      result[index] = strategicMergePatch(result[index], element);
    } else {
      added.push(strategicMergePatch({}, element));
    }
  }
  // As the server does it: what a patch adds comes before what was there.
  return [...added, ...result];
}

/** Sorts the elements that the patch orders; others keep their place after. */
function order(field: string, list: any[] | undefined, wanted: any[]): any {
  if (!list) return list;
  const mergeKey = strategicMergeKey(field, list);
  const keyOf = (each: any) => (mergeKey ? each?.[mergeKey] : each);
  const position = (each: any) => {
    const index = wanted.findIndex(other =>
      deepEqual(keyOf(other), keyOf(each)),
    );
    return index < 0 ? wanted.length : index;
  };
  return [...list].sort((left, right) => position(left) - position(right));
}

function retainKeys(base: any, keys: string[]): any {
  return Object.fromEntries(
    Object.entries(base).filter(([key]) => keys.includes(key)),
  );
}

function withoutDirectives(value: any): any {
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).filter(([key]) => !key.startsWith('$')),
  );
}
