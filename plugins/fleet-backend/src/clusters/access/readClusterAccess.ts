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
  ClusterAccess,
  ClusterCapability,
} from '@quarterdeck/backstage-plugin-fleet-common';
import { FleetAccess } from '../../rbac/fleetAccess';
import { ClusterConnector } from '../connection/ClusterConnector';
import { review, ReviewKind } from '../connection/review';
import { excessiveRights } from './excessiveRights';

const TIMEOUT = 8_000;
const AT_ONCE = 6;
const MOST_RULES = 500;
const MOST_NAMES = 100;

export interface ReadClusterAccessOptions {
  readonly connector: ClusterConnector;
  readonly access: readonly FleetAccess[];
  /** The namespace that the rules are about. */
  readonly namespace: string;
  /** Whether namespaced rights are asked for in this namespace only, and not for all. */
  readonly within: boolean;
  readonly now: number;
  readonly signal?: AbortSignal;
}

interface Rules {
  resourceRules?: unknown;
  nonResourceRules?: unknown;
  incomplete?: unknown;
}

/** Asks a cluster what the backend's credential may do there. */
export async function readClusterAccess(
  options: ReadClusterAccessOptions,
): Promise<ClusterAccess> {
  const { connector, access, namespace, now } = options;
  const [identity, rules, capabilities] = await Promise.all([
    readIdentity(options),
    readRules(options),
    readCapabilities(options),
  ]);
  return {
    cluster: connector.cluster,
    checkedAt: now,
    identity,
    capabilities,
    namespace,
    ...rules,
    excessive: excessiveRights(rules.rules, access),
  };
}

async function ask<TStatus>(
  { connector, signal }: ReadClusterAccessOptions,
  kind: ReviewKind,
  spec: object,
): Promise<TStatus | undefined> {
  return review<TStatus>(connector, kind, spec, { timeout: TIMEOUT, signal });
}

async function readIdentity(
  options: ReadClusterAccessOptions,
): Promise<ClusterAccess['identity']> {
  try {
    const status = await ask<{
      userInfo?: { username?: unknown; groups?: unknown };
    }>(options, 'SelfSubjectReview', {});
    const { username, groups } = status?.userInfo ?? {};
    return typeof username === 'string'
      ? { username, groups: textsOf(groups) }
      : undefined;
  } catch {
    // Older servers do not have this question.
    return undefined;
  }
}

async function readRules(
  options: ReadClusterAccessOptions,
): Promise<
  Pick<ClusterAccess, 'rules' | 'nonResourceUrls' | 'incomplete' | 'rulesError'>
> {
  try {
    const status = await ask<Rules>(options, 'SelfSubjectRulesReview', {
      namespace: options.namespace,
    });
    return {
      rules: recordsOf(status?.resourceRules).map(rule => ({
        verbs: textsOf(rule.verbs),
        apiGroups: textsOf(rule.apiGroups),
        resources: textsOf(rule.resources),
        resourceNames: textsOf(rule.resourceNames),
      })),
      nonResourceUrls: recordsOf(status?.nonResourceRules).map(rule => ({
        verbs: textsOf(rule.verbs),
        urls: textsOf(rule.nonResourceURLs),
      })),
      incomplete: status?.incomplete === true,
    };
  } catch (error) {
    return {
      rules: [],
      nonResourceUrls: [],
      incomplete: true,
      rulesError: (error as Error).message,
    };
  }
}

async function readCapabilities(
  options: ReadClusterAccessOptions,
): Promise<ClusterCapability[]> {
  const asked = options.access.flatMap(access =>
    access.verbs.map(verb => ({ access, verb })),
  );
  const answers = new Array<ClusterCapability>(asked.length);
  let next = 0;
  const work = async () => {
    while (next < asked.length) {
      const index = next++;
      const { access, verb } = asked[index];
      answers[index] = await readCapability(options, access, verb);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return answers;
}

async function readCapability(
  options: ReadClusterAccessOptions,
  { purpose, group, resource, scope }: FleetAccess,
  verb: string,
): Promise<ClusterCapability> {
  const namespace =
    options.within && scope === 'namespace' ? options.namespace : undefined;
  const [plural, subresource] = resource.split('/');
  const capability = { title: purpose, verb, group, resource, namespace };
  try {
    const status = await ask<{
      allowed?: unknown;
      reason?: unknown;
      evaluationError?: unknown;
    }>(options, 'SelfSubjectAccessReview', {
      resourceAttributes: {
        verb,
        group,
        resource: plural,
        subresource,
        namespace,
      },
    });
    const [detail] = textsOf([status?.evaluationError, status?.reason]);
    return {
      ...capability,
      ...(typeof status?.allowed === 'boolean' && { allowed: status.allowed }),
      ...(detail && { detail }),
    };
  } catch (error) {
    return { ...capability, detail: (error as Error).message };
  }
}

function recordsOf(value: unknown): Record<string, unknown>[] {
  return Array.isArray(value)
    ? value
        .slice(0, MOST_RULES)
        .filter(each => each && typeof each === 'object')
    : [];
}

function textsOf(value: unknown): string[] {
  return Array.isArray(value)
    ? value
        .slice(0, MOST_NAMES)
        .filter(
          (each): each is string => typeof each === 'string' && each !== '',
        )
        .map(each => each.slice(0, 300))
    : [];
}
