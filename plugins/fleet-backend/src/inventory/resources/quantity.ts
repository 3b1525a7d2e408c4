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

const MULTIPLIERS: Readonly<Record<string, number>> = {
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

/** Pods repeat a few quantities many thousand times. */
const MAX_KNOWN = 10_000;
const known = new Map<string, number>();

const QUANTITY = /^([+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)([a-zA-Z]*)$/;

/**
 * Reads a Kubernetes quantity (`250m`, `1Gi`, `2`) as a number of its base unit: cores, bytes or pieces. What is none counts as 0.
 *
 * @see https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/quantity/
 */
export function parseQuantity(quantity: string | number | undefined): number {
  if (typeof quantity === 'number') {
    return quantity;
  }
  if (quantity === undefined) {
    return 0;
  }
  let value = known.get(quantity);
  if (value === undefined) {
    value = readQuantity(quantity);
    if (known.size < MAX_KNOWN) {
      known.set(quantity, value);
    }
  }
  return value;
}

/** The same, and undefined where there is none: unknown is not nothing. */
export function knownQuantity(
  quantity: string | number | undefined,
): number | undefined {
  return quantity === undefined ? undefined : parseQuantity(quantity);
}

function readQuantity(quantity: string): number {
  const match = QUANTITY.exec(quantity);
  const multiplier = match ? MULTIPLIERS[match[2]] : undefined;
  if (!match || multiplier === undefined) {
    return 0;
  }
  // 950 times 0.001 is a little more than 0.95.
  return Number((Number(match[1]) * multiplier).toPrecision(15));
}
