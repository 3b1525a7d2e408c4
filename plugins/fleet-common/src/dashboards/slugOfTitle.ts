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

const LONGEST = 63;

/**
 * The address that a dashboard gets from its title.
 *
 * @example
 * ```ts
 * slugOfTitle('Größe & Kosten'); // 'grosse-kosten'
 * slugOfTitle('Operations', 2); // 'operations-2'
 * ```
 *
 * @param number - is put behind it from 2 on, for titles whose address is taken.
 * @public
 */
export function slugOfTitle(title: string, number: number = 1): string {
  const words = title
    .replaceAll('ß', 'ss')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLocaleLowerCase('en-US')
    .match(/[a-z0-9]+/g) ?? ['dashboard'];
  const ending = number > 1 ? `-${number}` : '';
  const start = words.join('-').slice(0, LONGEST - ending.length);
  return start.replace(/-$/, '') + ending;
}
