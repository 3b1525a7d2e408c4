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
 * Writes an amount of CPU as people who know Kubernetes read it: thousandths of a core below one, cores with at most one decimal above.
 *
 * @example
 * `250m`, `1.5`, `12`, `1.2K`
 *
 * @public
 */
export function formatCores(cores: number | undefined): string {
  if (cores === undefined || !Number.isFinite(cores)) {
    return '–';
  }
  const thousandths = Math.round(cores * 1000);
  if (Math.abs(thousandths) < 1000) {
    return thousandths === 0 ? '0' : `${thousandths}m`;
  }
  if (Math.abs(cores) < 10_000) {
    return String(Math.round(cores * 10) / 10);
  }
  return `${Math.round(cores / 100) / 10}K`;
}
