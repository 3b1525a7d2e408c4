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
const UNITS = ['MB', 'GB', 'TB', 'PB'];

/**
 * Writes an amount of memory from MB to PB with one decimal. Steps are of 1024, as Kubernetes' Mi and Gi are.
 *
 * @example
 * `512 MB`, `1.5 GB`, `12.3 TB`
 *
 * @public
 */
export function formatBytes(bytes: number | undefined): string {
  if (bytes === undefined || !Number.isFinite(bytes)) {
    return '–';
  }
  let value = bytes / 1024 ** 2;
  let unit = 0;
  while (
    Math.round(Math.abs(value) * 10) / 10 >= 1024 &&
    unit < UNITS.length - 1
  ) {
    value /= 1024;
    unit += 1;
  }
  return `${Math.round(value * 10) / 10} ${UNITS[unit]}`;
}
