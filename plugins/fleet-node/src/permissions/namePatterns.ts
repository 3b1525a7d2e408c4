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
/**
 * Whether a name matches one of some patterns, in which `*` stands for any run of characters. Nothing else is special.
 *
 * @public
 */
export function matchesName(
  name: string,
  patterns: readonly string[],
): boolean {
  return patterns.some(pattern => matches(name, pattern));
}

function matches(name: string, pattern: string): boolean {
  const parts = pattern.split('*');
  if (parts.length === 1) {
    return name === pattern;
  }
  const first = parts[0];
  const last = parts[parts.length - 1];
  if (
    name.length < first.length + last.length ||
    !name.startsWith(first) ||
    !name.endsWith(last)
  ) {
    return false;
  }
  const end = name.length - last.length;
  let from = first.length;
  for (const part of parts.slice(1, -1)) {
    const found = name.indexOf(part, from);
    if (found < 0 || found + part.length > end) {
      return false;
    }
    from = found + part.length;
  }
  return true;
}
