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

import { PlatformGlyph } from './platforms';

/** Each as one path in a square of 16, drawn by its outline. */
export const glyphs: Readonly<Record<PlatformGlyph, string>> = {
  blocks: 'M3 9h4v4H3zM9 9h4v4H9zM6 3h4v4H6z',
  hexagon: 'M8 2.5l4.8 2.75v5.5L8 13.5l-4.8-2.75v-5.5zM8 6v4',
  peak: 'M2.5 13L8 3l5.5 10zM6 13l3.5-5',
  ring: 'M12.6 6A5 5 0 1 1 10 3.4M8 8h.01',
  waves:
    'M2.5 5.5c2-2 3.5-2 5.5 0s3.5 2 5.5 0M2.5 10.5c2-2 3.5-2 5.5 0s3.5 2 5.5 0',
  pill: 'M6 4.5h4a3.5 3.5 0 0 1 0 7H6a3.5 3.5 0 0 1 0-7z',
  drop: 'M8 2.5c2.5 3 3.8 4.8 3.8 6.7a3.8 3.8 0 0 1-7.6 0C4.2 7.3 5.5 5.5 8 2.500z',
  barn: 'M3 13V7l5-4 5 4v6zM6.5 13V9.500h3V13',
  dots: 'M4.5 11.500h.01M11.5 11.500h.01M8 5h.01M4.5 11.500L8 5l3.5 6.500z',
  box: 'M2.5 5L8 2.5 13.5 5v6L8 13.5 2.5 11zM2.5 5L8 7.5 13.5 5M8 7.500v6',
  cube: 'M4 4h8v8H4zM6.5 6.500h3v3h-3z',
  wheel: 'M8 3a5 5 0 1 0 0 10A5 5 0 0 0 8 3zM8 1.500v13M1.5 8h13',
  rack: 'M3 3h10v4H3zM3 9h10v4H3zM5.5 5h.01M5.5 11h.01',
  cloud:
    'M5 12.500a3 3 0 0 1-.3-6A3.7 3.7 0 0 1 11.8 7a2.8 2.8 0 0 1-.3 5.500z',
  unknown: 'M3 3h10v4H3zM3 9h10v4H3z',
};
