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

const FACTORS: Record<string, number> = {
  n: 1e-9,
  u: 1e-6,
  m: 1e-3,
  '': 1,
  k: 1e3,
  M: 1e6,
  G: 1e9,
  T: 1e12,
  P: 1e15,
  E: 1e18,
  Ki: 2 ** 10,
  Mi: 2 ** 20,
  Gi: 2 ** 30,
  Ti: 2 ** 40,
  Pi: 2 ** 50,
  Ei: 2 ** 60,
};

/** A Kubernetes quantity (`250m`, `64Gi`, `1e3`) in its base unit; 0 if absent. */
export function quantityValue(quantity: string | number | undefined): number {
  if (quantity === undefined) return 0;
  if (typeof quantity === 'number') return quantity;
  const match = /^([+-]?[\d.]+(?:[eE][+-]?\d+)?)([a-zA-Z]*)$/.exec(quantity);
  return match ? Number(match[1]) * (FACTORS[match[2]] ?? NaN) : NaN;
}

/**
 * A quantity in the style of another: `950m` or `4` beside `20`, `1280Mi`
 * beside `40Gi`.
 */
export function formatQuantity(value: number, like = ''): string {
  if (!/i$/.test(like)) {
    const rounded = Math.round(value * 1_000) / 1_000;
    return Number.isInteger(rounded)
      ? String(rounded)
      : `${Math.round(value * 1_000)}m`;
  }
  const bytes = Math.round(value);
  if (bytes === 0) return '0';
  for (const unit of ['Gi', 'Mi', 'Ki']) {
    if (bytes % FACTORS[unit] === 0) return `${bytes / FACTORS[unit]}${unit}`;
  }
  return String(bytes);
}
