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

import { Entity } from '@backstage/catalog-model';
import {
  KUBERNETES_CLUSTER_ANNOTATION,
  KUBERNETES_ID_ANNOTATION,
  KUBERNETES_LABEL_SELECTOR_ANNOTATION,
  KUBERNETES_NAMESPACE_ANNOTATION,
  parseLabelSelector,
} from '@quarterdeck/backstage-plugin-fleet-common';

/** How the workloads of an entity are found, or why they cannot be. */
export interface EntityWorkloads {
  /** A label selector. */
  readonly selector: string;
  /** The annotation that is not a selector or an id. */
  readonly wrong?: string;
  readonly namespaces?: readonly string[];
  /** Name of the only cluster to look in, as the annotation has it. */
  readonly cluster?: string;
}

/**
 * What the usual annotations of the Kubernetes plugin say about an entity. A label selector wins over an id. Undefined without either.
 */
export function entityWorkloads(entity: Entity): EntityWorkloads | undefined {
  const annotations = entity.metadata.annotations ?? {};
  const id = annotations[KUBERNETES_ID_ANNOTATION];
  const written = annotations[KUBERNETES_LABEL_SELECTOR_ANNOTATION];
  const selector = written || (id && `${KUBERNETES_ID_ANNOTATION}=${id}`);
  if (!selector) return undefined;
  const namespace = annotations[KUBERNETES_NAMESPACE_ANNOTATION];
  return {
    selector,
    wrong: isSelector(selector)
      ? undefined
      : (written && KUBERNETES_LABEL_SELECTOR_ANNOTATION) ||
        KUBERNETES_ID_ANNOTATION,
    namespaces: namespace ? [namespace] : undefined,
    cluster: annotations[KUBERNETES_CLUSTER_ANNOTATION] || undefined,
  };
}

function isSelector(text: string): boolean {
  try {
    parseLabelSelector(text);
    return true;
  } catch {
    return false;
  }
}
