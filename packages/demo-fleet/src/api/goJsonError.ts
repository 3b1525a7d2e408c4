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

const LITERALS = ['null', 'true', 'false'];

/** What Go's decoder says about a text that is not JSON, as the server quotes it. */
export function goJsonError(text: string): string | undefined {
  try {
    JSON.parse(text);
    return undefined;
  } catch (error) {
    return describe(text, String(error));
  }
}

function describe(text: string, error: string): string {
  const trimmed = text.trimStart();
  const literal = LITERALS.find(each => each[0] === trimmed[0]);
  if (literal) {
    for (let index = 1; index < literal.length; index += 1) {
      if (trimmed[index] === undefined) return 'unexpected end of JSON input';
      if (trimmed[index] !== literal[index]) {
        return `invalid character '${trimmed[index]}' in literal ${literal} (expecting '${literal[index]}')`;
      }
    }
  }
  if (trimmed === '' || /end of JSON input|Unterminated/.test(error)) {
    return 'unexpected end of JSON input';
  }
  const position = Number(/position (\d+)/.exec(error)?.[1] ?? 0);
  const context =
    position === text.length - trimmed.length
      ? 'looking for beginning of value'
      : 'after object key:value pair';
  return `invalid character '${text[position]}' ${context}`;
}
