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

const CHECKS = ['ping', 'log', 'informer-sync', 'storage-readiness'];

const HEALTH_PATHS = ['/livez', '/readyz', '/healthz'];

/** The answer of a health path, or undefined when it is none. */
export function healthText(path: string, verbose: boolean): string | undefined {
  if (!HEALTH_PATHS.includes(path)) return undefined;
  if (!verbose) return 'ok';
  const checks = [...CHECKS, ...(path === '/readyz' ? ['shutdown'] : [])];
  const lines = checks.map(check => `[+]${check} ok`);
  return `${lines.join('\n')}\n${path.slice(1)} check passed\n`;
}
