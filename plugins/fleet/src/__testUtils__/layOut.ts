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

const LAYOUT = { clientHeight: 640, clientWidth: 1200, scrollHeight: 4000 };

/** Nothing is laid out in a test: grids are told that they have room, so that they draw their rows. */
export function layOut(): void {
  for (const [name, value] of Object.entries(LAYOUT)) {
    Object.defineProperty(HTMLElement.prototype, name, {
      configurable: true,
      get: () => value,
    });
  }
  Element.prototype.scrollTo = () => {};
  // What an editor measures its lines with.
  Range.prototype.getClientRects = () => [] as unknown as DOMRectList;
}
