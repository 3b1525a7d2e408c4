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

import { normaliseMessage, warningPattern } from './warningPattern';

describe('normaliseMessage', () => {
  it.each([
    [
      'Back-off restarting failed container checkout in pod checkout-7d9f8b6c5-x2x4z_shop(0b6f0a52-7f0e-4d5c-9a4e-3f2b1c0d9e8f)',
      'Back-off restarting failed container checkout in pod checkout-*_shop(*)',
    ],
    [
      'Back-off 5m0s restarting failed container',
      'Back-off * restarting failed container',
    ],
    [
      '0/8 nodes are available: 3 Insufficient cpu, 5 node(s) had untolerated taint {gpu: true}.',
      '* nodes are available: * Insufficient cpu, * node(s) had untolerated taint {gpu: true}.',
    ],
    [
      'Readiness probe failed: Get "http://10.4.12.7:8080/ready": dial tcp 10.4.12.7:8080: connect: connection refused',
      'Readiness probe failed: Get "http://*/ready": dial tcp *: connect: connection refused',
    ],
    [
      'Failed to pull image "registry.example/cart@sha256:9f86d081884c7d659a2feaa0c55ad015": not found',
      'Failed to pull image "registry.example/cart@sha*": not found',
    ],
    [
      'Error: failed to start container "app" at 2026-11-29T10:42:01.123Z',
      'Error: failed to start container "app" at *',
    ],
    [
      'MountVolume.SetUp failed for volume "kube-api-access-hx7k2" : timed out',
      'MountVolume.SetUp failed for volume "kube-api-access-*" : timed out',
    ],
    ['Stopping container db in pod db-0', 'Stopping container db in pod db-*'],
    [
      'Memory cgroup out of memory: used 512Mi, 1.5Gi asked',
      'Memory cgroup out of memory: used *, * asked',
    ],
    ['read-only file system', 'read-only file system'],
    ['two\n  lines', 'two lines'],
    ['', ''],
  ])('of %p is %p', (message, pattern) => {
    expect(normaliseMessage(message)).toBe(pattern);
  });

  it('is bounded, whatever a cluster writes', () => {
    expect(normaliseMessage('a'.repeat(100_000))).toHaveLength(300);
  });

  it('leaves out the name of the object', () => {
    const event: any = {
      objectName: 'orders',
      message: 'Claim orders is pending',
    };
    expect(warningPattern(event)).toBe('Claim * is pending');
  });
});
