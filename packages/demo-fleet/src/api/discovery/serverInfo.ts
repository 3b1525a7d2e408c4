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

/** `/version`, in the shape of Kubernetes 1.36. */
export function versionInfo(version: string): object {
  const [major, minor] = version.replace(/^v/, '').split('.');
  return {
    major,
    minor,
    emulationMajor: major,
    emulationMinor: minor,
    minCompatibilityMajor: major,
    minCompatibilityMinor: String(Number(minor) - 1),
    gitVersion: version,
    gitCommit: '8e16b12fda5b1dccc41a6de48b3e356cc7d5048b',
    gitTreeState: 'clean',
    buildDate: '1970-01-01T00:00:00Z',
    goVersion: 'go1.26.10',
    compiler: 'gc',
    platform: 'linux/amd64',
  };
}

const HOOK = 'poststarthook/';

/** The checks that a control plane of this version reports. */
const CHECKS = [
  'ping',
  'log',
  'informer-sync',
  `${HOOK}start-apiserver-admission-initializer`,
  `${HOOK}generic-apiserver-start-informers`,
  `${HOOK}priority-and-fairness-config-consumer`,
  `${HOOK}priority-and-fairness-filter`,
  `${HOOK}storage-object-count-tracker-hook`,
  `${HOOK}start-apiextensions-informers`,
  `${HOOK}start-apiextensions-controllers`,
  `${HOOK}crd-informer-synced`,
  `${HOOK}start-system-namespaces-controller`,
  `${HOOK}peer-endpoint-reconciler-controller`,
  `${HOOK}start-cluster-authentication-info-controller`,
  `${HOOK}start-kube-apiserver-identity-lease-controller`,
  `${HOOK}start-kube-apiserver-identity-lease-garbage-collector`,
  `${HOOK}storage-readiness`,
  `${HOOK}start-legacy-token-tracking-controller`,
  `${HOOK}start-service-ip-repair-controllers`,
  `${HOOK}rbac/bootstrap-roles`,
  `${HOOK}scheduling/bootstrap-system-priority-classes`,
  `${HOOK}priority-and-fairness-config-producer`,
  `${HOOK}bootstrap-controller`,
  `${HOOK}start-kubernetes-service-cidr-controller`,
  `${HOOK}aggregator-reload-proxy-client-cert`,
  `${HOOK}start-kube-aggregator-informers`,
  `${HOOK}apiservice-status-local-available-controller`,
  `${HOOK}apiservice-status-remote-available-controller`,
  `${HOOK}apiservice-registration-controller`,
  `${HOOK}apiservice-wait-for-first-sync`,
  `${HOOK}apiservice-discovery-controller`,
  `${HOOK}kube-apiserver-autoregistration`,
  'autoregister-completion',
  `${HOOK}apiservice-openapi-controller`,
  `${HOOK}apiservice-openapiv3-controller`,
];

const HEALTH_PATHS = ['/livez', '/readyz', '/healthz'];

/** The answer of a health path, or undefined when it is none. */
export function healthText(path: string, verbose: boolean): string | undefined {
  if (!HEALTH_PATHS.includes(path)) return undefined;
  if (!verbose) return 'ok';
  const checks = [...CHECKS, ...(path === '/readyz' ? ['shutdown'] : [])];
  const lines = checks.map(check => `[+]${check} ok`);
  return `${lines.join('\n')}\n${path.slice(1)} check passed\n`;
}
