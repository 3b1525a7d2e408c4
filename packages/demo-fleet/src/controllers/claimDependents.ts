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
  LabelPredicate,
  labelSelectorPredicate,
} from '../api/selectors/labelSelector';
import type { KubeObject } from '../store/ObjectStore';
import type { ResourceHandle } from '../world/ResourceHandle';
import { controllerReference } from './podFromTemplate';

export interface Dependents {
  handle: ResourceHandle;
  /** Those whose controller the owner is. */
  owned: readonly KubeObject[];
  /** Those in the owner's namespace that have no controller. */
  orphans: readonly KubeObject[];
}

const predicates = new WeakMap<object, LabelPredicate>();

/**
 * Lets go of what the owner's selector no longer matches, and adopts orphans
 * that it does: a relabelled pod is replaced, and what a deletion with
 * `--cascade=orphan` left behind is found again.
 */
export function claimDependents(
  owner: KubeObject,
  { handle, owned, orphans }: Dependents,
): void {
  const { selector } = owner.spec;
  if (!selector || owner.metadata.deletionTimestamp) return;
  let selects = predicates.get(selector);
  if (!selects) {
    selects = labelSelectorPredicate(selector);
    predicates.set(selector, selects);
  }
  for (const object of owned) {
    if (!selects(object.metadata.labels ?? {})) {
      handle.update(released(object, owner.metadata.uid));
    }
  }
  for (const object of orphans) {
    const { deletionTimestamp, labels = {} } = object.metadata;
    if (!deletionTimestamp && selects(labels)) {
      handle.update(adopted(object, owner));
    }
  }
}

function released(object: KubeObject, owner: string): KubeObject {
  const { ownerReferences = [], ...metadata } = object.metadata;
  const rest = ownerReferences.filter(({ uid }) => uid !== owner);
  return {
    ...object,
    metadata: { ...metadata, ...(rest.length && { ownerReferences: rest }) },
  };
}

export function adopted(object: KubeObject, owner: KubeObject): KubeObject {
  const { ownerReferences = [] } = object.metadata;
  return {
    ...object,
    metadata: {
      ...object.metadata,
      ownerReferences: [...ownerReferences, controllerReference(owner)],
    },
  };
}
