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
 * Things of several plugins, lowest order first, then by id.
 *
 * @public
 */
export function inOrder<TItem extends { order: number; id: string }>(
  items: readonly TItem[],
): readonly TItem[] {
  // Extensions named in the app's configuration come first in their input, so the input's order means nothing.
  return [...items].sort(
    (a, b) => a.order - b.order || a.id.localeCompare(b.id),
  );
}
