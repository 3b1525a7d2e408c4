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
 * How many minor versions a kubelet may be older than the API server. It may never be newer, and one older than 1.25 may be only
 * two behind.
 *
 * @see https://kubernetes.io/releases/version-skew-policy/#kubelet
 *
 * @public
 */
export const MOST_KUBELET_SKEW = 3;

const SKEW_BEFORE_25 = 2;

interface MinorVersion {
  major: number;
  minor: number;
}

function parseMinor(version: string | undefined): MinorVersion | undefined {
  const found = /^v?(\d+)\.(\d+)/.exec(version ?? '');
  return found
    ? { major: Number(found[1]), minor: Number(found[2]) }
    : undefined;
}

/**
 * The minor version of a version that Kubernetes gives itself: `1.34` of `v1.34.2-eks-b8c6d5f`. Undefined for what is none.
 *
 * @public
 */
export function minorVersion(version: string | undefined): string | undefined {
  const parsed = parseMinor(version);
  return parsed && `${parsed.major}.${parsed.minor}`;
}

/**
 * Compares Kubernetes versions, oldest first; what is no version comes last.
 *
 * @public
 */
export function compareVersions(
  a: string | undefined,
  b: string | undefined,
): number {
  const left = numbersOf(a);
  const right = numbersOf(b);
  if (!left || !right) return Number(!left) - Number(!right);
  for (let place = 0; place < left.length; place++) {
    if (left[place] !== right[place]) return left[place] - right[place];
  }
  return 0;
}

function numbersOf(version: string | undefined): number[] | undefined {
  const found = /^v?(\d+)\.(\d+)(?:\.(\d+))?/.exec(version ?? '');
  return found?.slice(1).map(number => Number(number ?? 0));
}

/**
 * How many minor versions a kubelet is older than the API server; negative when it is newer. Undefined when that cannot be told.
 *
 * @public
 */
export function kubeletSkew(
  server: string | undefined,
  kubelet: string | undefined,
): number | undefined {
  const above = parseMinor(server);
  const below = parseMinor(kubelet);
  return above && below && above.major === below.major
    ? above.minor - below.minor
    : undefined;
}

/**
 * Whether Kubernetes supports a kubelet of this version with this API server; undefined when that cannot be told.
 *
 * @see https://kubernetes.io/releases/version-skew-policy/#kubelet
 *
 * @public
 */
export function isSupportedKubelet(
  server: string | undefined,
  kubelet: string | undefined,
): boolean | undefined {
  const skew = kubeletSkew(server, kubelet);
  const below = parseMinor(kubelet);
  if (skew === undefined || !below) return undefined;
  const most =
    below.major === 1 && below.minor < 25 ? SKEW_BEFORE_25 : MOST_KUBELET_SKEW;
  return skew >= 0 && skew <= most;
}
