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

/* eslint-disable no-bitwise */
/**
 * What to keep of a JSON document, compiled from paths. A selection without children keeps the whole value.
 */
export interface FieldSelection {
  readonly children: SelectedFields | undefined;
}

/** The fields that are kept of an object. */
export interface SelectedFields {
  readonly fields: readonly SelectedField[];
  /** Not 0 at the {@link nameMark} of the fields, so that most names can be told from them by one look. */
  readonly marks: Uint8Array;
}

/** Keeps the whole value. */
export const wholeValue: FieldSelection = { children: undefined };

/** A number below 256 that names of different length or beginning mostly differ in. */
export function nameMark(length: number, first: number): number {
  return (length * 41 + first) & 0xff;
}

export interface SelectedField {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Its texts differ from object to object, so that looking for a shared copy would only cost time. */
  readonly unique: boolean;
  /** What is kept of its value; all when undefined. */
  readonly children: SelectedFields | undefined;
}

const uniqueNames = new Set([
  'uid',
  'name',
  'resourceVersion',
  'continue',
  'message',
]);

type PathTree = Map<string, PathTree | undefined>;

/**
 * Compiles paths such as `spec.containers.image` or `metadata.annotations[backstage.io/owner]`. A path that is the beginning of another one wins.
 *
 * @throws TypeError when a path is empty or its brackets do not match.
 */
export function selectFields(paths: readonly string[]): FieldSelection {
  const tree: PathTree = new Map();
  for (const path of paths) {
    addPath(tree, fieldNames(path));
  }
  return compile(tree, []);
}

/** The same selection below a field, e.g. the object of a watch event. */
export function nestSelection(
  fields: Readonly<Record<string, FieldSelection>>,
): FieldSelection {
  return selection(
    Object.entries(fields).map(([name, below]) =>
      selectedField(name, below, false),
    ),
  );
}

function addPath(tree: PathTree, names: string[]): void {
  const [name, ...rest] = names;
  if (rest.length === 0) {
    tree.set(name, undefined);
    return;
  }
  if (tree.has(name) && tree.get(name) === undefined) {
    return;
  }
  const child: PathTree = tree.get(name) ?? new Map();
  tree.set(name, child);
  addPath(child, rest);
}

function compile(
  tree: PathTree | undefined,
  path: readonly string[],
): FieldSelection {
  if (!tree) {
    return wholeValue;
  }
  return selection(
    Array.from(tree, ([name, child]) =>
      selectedField(
        name,
        compile(child, [...path, name]),
        path.length === 1 && path[0] === 'metadata' && uniqueNames.has(name),
      ),
    ),
  );
}

function selection(fields: readonly SelectedField[]): FieldSelection {
  const marks = new Uint8Array(256);
  for (const { bytes } of fields) {
    marks[nameMark(bytes.length, bytes[0])] = 1;
  }
  return { children: { fields, marks } };
}

function selectedField(
  name: string,
  below: FieldSelection,
  unique: boolean,
): SelectedField {
  return {
    name,
    bytes: Buffer.from(name, 'utf8'),
    unique,
    children: below.children,
  };
}

function fieldNames(path: string): string[] {
  const names: string[] = [];
  let rest = path;
  while (rest.length > 0) {
    const match = /^(?:\[([^\]]+)\]|([^.[\]]+))(?:\.(?=.)|(?=\[)|$)/.exec(rest);
    if (!match) {
      throw new TypeError(
        `Field '${path}' must be names joined by dots, those with dots in brackets`,
      );
    }
    names.push(match[1] ?? match[2]);
    rest = rest.slice(match[0].length);
  }
  if (names.length === 0) {
    throw new TypeError('A field must not be empty');
  }
  return names;
}
