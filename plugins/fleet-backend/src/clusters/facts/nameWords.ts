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

import { Claim } from './claims';
import { ClusterEvidence } from './ClusterEvidence';

const PLATFORM_WORDS: Readonly<
  Record<string, { provider?: string; distribution?: string }>
> = {
  eks: { provider: 'aws', distribution: 'eks' },
  aws: { provider: 'aws' },
  gke: { provider: 'gcp', distribution: 'gke' },
  gcp: { provider: 'gcp' },
  aks: { provider: 'azure', distribution: 'aks' },
  azure: { provider: 'azure' },
  oke: { provider: 'oracle', distribution: 'oke' },
  oci: { provider: 'oracle' },
  ack: { provider: 'alibaba', distribution: 'ack' },
  aliyun: { provider: 'alibaba' },
  alibaba: { provider: 'alibaba' },
  doks: { provider: 'digitalocean', distribution: 'doks' },
  digitalocean: { provider: 'digitalocean' },
  coreweave: { provider: 'coreweave', distribution: 'cks' },
  openshift: { distribution: 'openshift' },
  ocp: { distribution: 'openshift' },
  rosa: { provider: 'aws', distribution: 'openshift' },
  rancher: { distribution: 'rancher' },
  rke2: { distribution: 'rancher' },
  k3s: { distribution: 'k3s' },
  k3d: { provider: 'local', distribution: 'k3d' },
  kind: { provider: 'local', distribution: 'kind' },
  minikube: { provider: 'local', distribution: 'minikube' },
};

const ENVIRONMENT_WORDS: Readonly<Record<string, string>> = {
  prod: 'production',
  prd: 'production',
  production: 'production',
  staging: 'staging',
  stage: 'staging',
  stg: 'staging',
  preprod: 'staging',
  preproduction: 'staging',
  dev: 'development',
  development: 'development',
  test: 'test',
  testing: 'test',
  qa: 'test',
  uat: 'test',
  sandbox: 'sandbox',
};

/** The weakest evidence: a whole word in a name that somebody gave. Names that contradict each other say nothing. */
export function platformOfNames(
  { name, title, aliases }: ClusterEvidence,
  what: 'provider' | 'distribution',
): Claim | undefined {
  return onlyClaim(
    [title, name, ...aliases].flatMap(text =>
      wordsOf(text).flatMap(word => {
        const value = Object.hasOwn(PLATFORM_WORDS, word)
          ? PLATFORM_WORDS[word][what]
          : undefined;
        return value ? [{ value, evidence: sentence(word, text) }] : [];
      }),
    ),
  );
}

/** The environment that the names speak of. */
export function environmentOfNames({
  name,
  title,
  aliases,
  labels,
}: ClusterEvidence): Claim | undefined {
  return onlyClaim(
    [title, name, ...aliases, ...Object.values(labels)].flatMap(text =>
      environmentsOf(text).map(({ word, value }) => ({
        value,
        evidence: sentence(word, text),
      })),
    ),
  );
}

/** The usual word for an environment, whatever its abbreviation; other words stay as they are. */
export function environmentOf(word: string): string {
  const lower = word.trim().toLocaleLowerCase('en-US');
  return Object.hasOwn(ENVIRONMENT_WORDS, lower)
    ? ENVIRONMENT_WORDS[lower]
    : lower;
}

function environmentsOf(text: string) {
  const words = wordsOf(text);
  return words.flatMap((word, index) => {
    if (!Object.hasOwn(ENVIRONMENT_WORDS, word)) return [];
    const before = words[index - 1];
    if (before === 'non' || before === 'not') return [];
    const value = ENVIRONMENT_WORDS[word];
    return before === 'pre' && value === 'production'
      ? [{ word: `pre-${word}`, value: 'staging' }]
      : [{ word, value }];
  });
}

function wordsOf(text: string): string[] {
  return text
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLocaleLowerCase('en-US')
    .split(/[^a-z0-9]+/)
    .filter(Boolean);
}

function onlyClaim(claims: readonly Claim[]): Claim | undefined {
  return new Set(claims.map(({ value }) => value)).size === 1
    ? claims[0]
    : undefined;
}

function sentence(word: string, text: string): string {
  return `Only the word '${word}' in the name '${text}' says so`;
}
