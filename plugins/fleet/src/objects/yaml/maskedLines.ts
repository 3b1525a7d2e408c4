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

import { isNode, isScalar, LineCounter, parseDocument } from 'yaml';

/** A part of a path: the key of a map or the place in a list. */
type Step = string | number;

const STEP = /\.([^.[\]]+)|\[(\d+)\]|\[("(?:[^"\\]|\\.)*")\]|\['([^']*)'\]/gy;

/** `.spec.containers[0].env[2].value`, `.metadata.annotations["a.b/c"]`; undefined for what is no path. */
export function parsePath(path: string): Step[] | undefined {
  const steps: Step[] = [];
  let read = 0;
  for (const match of path.matchAll(STEP)) {
    const [whole, key, index, quoted, single] = match;
    if (index !== undefined) steps.push(Number(index));
    else if (quoted !== undefined) steps.push(JSON.parse(quoted));
    else steps.push(key ?? single);
    read = match.index + whole.length;
  }
  return read === path.length && steps.length > 0 ? steps : undefined;
}

/** Lines (from 1) of the YAML on which a masked value stands, each with the reason. */
export function maskedLines(
  yaml: string,
  masked: readonly { path: string; reason: string }[],
): Map<number, string> {
  const lines = new Map<number, string>();
  if (masked.length === 0) return lines;
  const counter = new LineCounter();
  const document = parseDocument(yaml, { lineCounter: counter });
  for (const { path, reason } of masked) {
    const steps = parsePath(path) ?? [];
    // A path may go on inside a text that is itself JSON: then it is the text that is marked.
    for (let length = steps.length; length > 0; length--) {
      const node = document.getIn(steps.slice(0, length), true);
      if (isNode(node)) {
        if (node.range && (length === steps.length || isScalar(node))) {
          lines.set(counter.linePos(node.range[0]).line, reason);
        }
        break;
      }
    }
  }
  return lines;
}
