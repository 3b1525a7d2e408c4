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

/** Sets of labels after which the oldest that nobody asked for are forgotten. */
const GENERATION = 20_000;

type Labels = Readonly<Record<string, string>>;

const none: Labels = Object.freeze({});
let recent = new Map<string, Labels>();
let older = new Map<string, Labels>();

/**
 * One shared copy of equal labels: the pods of a workload carry the same, and there are a hundred thousand pods.
 */
export function sharedLabels(labels: Labels | null | undefined): Labels {
  if (!labels) {
    return none;
  }
  // Kubernetes writes the labels of an object in the order of their names, so equal ones have equal texts.
  const text = JSON.stringify(labels);
  if (text === '{}') {
    return none;
  }
  const known = recent.get(text);
  if (known) {
    return known;
  }
  const shared = older.get(text) ?? Object.freeze({ ...labels });
  if (recent.size >= GENERATION) {
    older = recent;
    recent = new Map();
  }
  recent.set(text, shared);
  return shared;
}
