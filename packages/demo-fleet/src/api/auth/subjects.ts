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

import type { KubeObject } from '../../store/KubeObject';
import type { Identity } from './Identity';

interface Subject {
  kind: string;
  name: string;
  namespace?: string;
}

export function isSubject(
  subject: Subject,
  binding: KubeObject,
  identity: Identity,
): boolean {
  switch (subject.kind) {
    case 'User':
      return subject.name === identity.username;
    case 'Group':
      return identity.groups.includes(subject.name);
    default: {
      const namespace = subject.namespace ?? binding.metadata.namespace;
      return (
        identity.username ===
        `system:serviceaccount:${namespace}:${subject.name}`
      );
    }
  }
}

/** A binding as the RBAC authorizer names it when it is why something is allowed. */
export function describeBinding(binding: KubeObject, subject: Subject): string {
  const { kind, metadata, roleRef } = binding;
  const name = metadata.namespace
    ? `${metadata.name}/${metadata.namespace}`
    : metadata.name;
  const whom =
    subject.kind === 'ServiceAccount'
      ? `${subject.name}/${subject.namespace ?? metadata.namespace}`
      : subject.name;
  return `${kind} "${name}" of ${roleRef.kind} "${roleRef.name}" to ${subject.kind} "${whom}"`;
}
