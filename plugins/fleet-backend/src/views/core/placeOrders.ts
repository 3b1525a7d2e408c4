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

import { ResourceRow } from '@quarterdeck/backstage-plugin-fleet-common';
import { byLargest, byText, inOrder } from './orders';

type Compare<TRow> = (a: TRow, b: TRow) => number;

/** The orders that collections of objects share: by name, and by cluster, namespace and age with the name after it. */
export function placeOrders<
  TRow extends ResourceRow & { readonly created: number },
>(): Record<'name' | 'cluster' | 'namespace' | 'age', Compare<TRow>> {
  const name = byText<TRow>(row => row.name);
  return {
    name,
    cluster: inOrder(
      byText<TRow>(row => row.cluster),
      name,
    ),
    namespace: inOrder(
      byText<TRow>(row => row.namespace),
      name,
    ),
    age: inOrder(
      byLargest<TRow>(row => row.created),
      name,
    ),
  };
}
