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

/** Methods of Buffer that Node has had for ever but does not declare; `toString` calls them after looking at its arguments. */
interface Slices {
  latin1Slice(start: number, end: number): string;
  utf8Slice(start: number, end: number): string;
}

/** The text of bytes that are known to be ASCII. */
export function decodeAscii(bytes: Buffer, start: number, end: number): string {
  return (bytes as unknown as Slices).latin1Slice(start, end);
}

export function decodeUtf8(bytes: Buffer, start: number, end: number): string {
  return (bytes as unknown as Slices).utf8Slice(start, end);
}
