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
  parseLabelSelector,
  ViewScope,
} from '@quarterdeck/backstage-plugin-fleet-common';

/** Properties that every table of objects has. */
export interface ScopedTableProps {
  /** Left out means every cluster and namespace that the viewer may read. */
  scope?: ViewScope;
  /** Read out as the name of the table; what it shows when left out. */
  label?: string;
  /** Any CSS length; as high as a page allows when left out. */
  maxHeight?: string;
}

/** A scope with the namespace of a filter, where the scope leaves a choice. */
export function scopeWithin(
  scope: ViewScope | undefined,
  namespace: string | undefined,
): ViewScope | undefined {
  if (!namespace || scope?.namespaces) return scope;
  return { ...scope, namespaces: [namespace] };
}

/** Whether all rows are of one cluster, so that no column needs to say which. */
export function isOneCluster(scope: ViewScope | undefined): boolean {
  return scope?.clusters?.length === 1;
}

/** Whether all rows are of one namespace. */
export function isOneNamespace(scope: ViewScope | undefined): boolean {
  return scope?.namespaces?.length === 1;
}

/** What is wrong with a label selector; undefined when nothing is. */
export function selectorProblem(
  selector: string | undefined,
): string | undefined {
  if (!selector) return undefined;
  try {
    parseLabelSelector(selector);
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
}
