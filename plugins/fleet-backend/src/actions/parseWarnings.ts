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

// `299 - "text"`, or with any other code and agent, and an optional date. The text may hold escaped quotes.
const WARNING = /\b\d{3} \S+ "((?:[^"\\]|\\.)*)"/g;

/** The texts of `Warning` headers (RFC 7234, 5.5), joined into one as they come. */
export function parseWarnings(header: string | undefined): string[] {
  return Array.from((header ?? '').matchAll(WARNING), ([, text]) =>
    text.replace(/\\(.)/g, '$1'),
  );
}
