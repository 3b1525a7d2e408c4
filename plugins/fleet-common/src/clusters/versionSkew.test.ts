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
  compareVersions,
  isSupportedKubelet,
  kubeletSkew,
  minorVersion,
} from './versionSkew';

describe('versions of Kubernetes', () => {
  it.each([
    ['v1.34.2-eks-b8c6d5f', '1.34'],
    ['1.30', '1.30'],
    ['v1.29.4+k3s1', '1.29'],
    ['', undefined],
    ['master', undefined],
    [undefined, undefined],
  ])('reads the minor version of %p as %p', (version, minor) => {
    expect(minorVersion(version)).toBe(minor);
  });

  it.each([
    ['v1.34.2', 'v1.34.9', 0, true],
    ['v1.34.2', 'v1.31.0', 3, true],
    ['v1.34.2', 'v1.30.0', 4, false],
    ['v1.34.2', 'v1.35.0', -1, false],
    ['v1.26.0', 'v1.24.3', 2, true],
    ['v1.27.0', 'v1.24.3', 3, false],
    ['v1.28.0', 'v1.25.0', 3, true],
    ['v2.0.0', 'v1.36.0', undefined, undefined],
    [undefined, 'v1.36.0', undefined, undefined],
    ['v1.36.0', '', undefined, undefined],
  ])(
    'a server %p with a kubelet %p has a skew of %p; supported: %p',
    (server, kubelet, skew, supported) => {
      expect(kubeletSkew(server, kubelet)).toBe(skew);
      expect(isSupportedKubelet(server, kubelet)).toBe(supported);
    },
  );

  it('orders versions as numbers, oldest first and the unknown last', () => {
    expect(
      ['v1.34.10', 'nightly', 'v1.9.0', 'v1.34.9-gke.1', '1.34'].sort(
        compareVersions,
      ),
    ).toEqual(['v1.9.0', '1.34', 'v1.34.9-gke.1', 'v1.34.10', 'nightly']);
  });
});
