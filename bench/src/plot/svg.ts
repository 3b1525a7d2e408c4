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

type Attributes = Readonly<Record<string, string | number | undefined>>;

/** An element; numbers are cut to what can be seen, so that equal results give equal files. */
export function element(
  name: string,
  attributes: Attributes,
  content?: string,
): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${escaped(attributeText(value!))}"`)
    .join('');
  return content === undefined
    ? `<${name}${written}/>`
    : `<${name}${written}>${content}</${name}>`;
}

export function text(
  x: number,
  y: number,
  content: string,
  style: { size: number; weight?: number; fill: string; anchor?: string },
): string {
  return element(
    'text',
    {
      x,
      y,
      'font-size': style.size,
      'font-weight': style.weight,
      'text-anchor': style.anchor,
      fill: style.fill,
    },
    escaped(content),
  );
}

function attributeText(value: string | number): string {
  return typeof value === 'number' ? `${Number(value.toFixed(1))}` : value;
}

function escaped(value: string): string {
  return value
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;');
}
