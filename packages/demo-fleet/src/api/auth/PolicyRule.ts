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

/** A rule in the shape of RBAC. */
export interface PolicyRule {
  verbs: string[];
  apiGroups?: string[];
  resources?: string[];
  resourceNames?: string[];
  nonResourceURLs?: string[];
}

export interface ResourceAttributes {
  verb: string;
  group: string;
  resource: string;
  subresource?: string;
  name?: string;
  namespace?: string;
}

export function allowsResource(
  rule: PolicyRule,
  wanted: ResourceAttributes,
): boolean {
  const resource = wanted.subresource
    ? `${wanted.resource}/${wanted.subresource}`
    : wanted.resource;
  return (
    includes(rule.verbs, wanted.verb) &&
    includes(rule.apiGroups, wanted.group) &&
    (includes(rule.resources, resource) ||
      (wanted.subresource !== undefined &&
        (rule.resources ?? []).includes(`*/${wanted.subresource}`))) &&
    (!rule.resourceNames?.length ||
      rule.resourceNames.includes(wanted.name ?? ''))
  );
}

export function allowsPath(
  rule: PolicyRule,
  verb: string,
  path: string,
): boolean {
  return (
    includes(rule.verbs, verb) &&
    (rule.nonResourceURLs ?? []).some(url =>
      url.endsWith('*') ? path.startsWith(url.slice(0, -1)) : path === url,
    )
  );
}

function includes(values: string[] | undefined, value: string): boolean {
  return values?.some(each => each === '*' || each === value) ?? false;
}
