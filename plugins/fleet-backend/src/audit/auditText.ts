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

// Characters that JSON leaves alone but that can end a line, reorder a text or steer a terminal.
const UNSAFE = /[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;

/**
 * Encodes a text that people may have written so that it stays one inert run of characters in a database, a log and an export: control
 * characters, NUL and direction marks become `\uXXXX`. Ordinary text stays as it is.
 */
export function encodeAuditText(text: string): string {
  return escapeUnsafe(JSON.stringify(text).slice(1, -1));
}

/** The text that {@link encodeAuditText} was given. */
export function decodeAuditText(encoded: string): string {
  return JSON.parse(`"${encoded}"`);
}

/** JSON in which every text is encoded as by {@link encodeAuditText}. */
export function encodeAuditJson(value: unknown): string {
  return escapeUnsafe(JSON.stringify(value));
}

function escapeUnsafe(json: string): string {
  return json.replace(
    UNSAFE,
    character => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
