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

import {
  formatBytes,
  formatCores,
  formatCount,
  SampleUnit,
} from '@quarterdeck/backstage-plugin-fleet-common';

const FORMATS: Record<SampleUnit, (amount: number | undefined) => string> = {
  count: formatCount,
  cores: formatCores,
  bytes: formatBytes,
  ratio: amount =>
    amount === undefined ? '–' : `${Math.round(amount * 1000) / 10}%`,
};

/** A figure of a trend as people read it; `null` is unknown. */
export function formatAmount(
  amount: number | null | undefined,
  unit: SampleUnit,
): string {
  return FORMATS[unit](amount ?? undefined);
}

/** The figure in full where the short way to write it leaves something out. */
export function formatExactly(amount: number, unit: SampleUnit): string {
  switch (unit) {
    case 'bytes':
      return formatBytes(amount);
    case 'ratio':
      return formatAmount(amount, unit);
    default:
      return amount.toLocaleString('en-US', {
        maximumFractionDigits: unit === 'cores' ? 3 : 2,
      });
  }
}
