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

import { InputError } from '@backstage/errors';
import { ViewImplementation } from '@quarterdeck/backstage-plugin-fleet-node';

/**
 * The parameters of a view as it declares them.
 *
 * @throws InputError that names each wrong parameter.
 */
export function parseParams(
  view: ViewImplementation,
  params: Record<string, unknown>,
): unknown {
  const parsed = view.ref.params.safeParse(params);
  if (!parsed.success) {
    const issues = parsed.error.issues
      .map((issue: { path: PropertyKey[]; message: string }) =>
        [issue.path.join('.'), issue.message].filter(Boolean).join(': '),
      )
      .join('; ');
    throw new InputError(
      `Wrong parameters for view '${view.ref.id}': ${issues}`,
    );
  }
  return parsed.data;
}

/**
 * The order that is asked for, or the first that the view has.
 *
 * @throws InputError when the view has no such order.
 */
export function sortOf(
  view: ViewImplementation,
  sort: string | undefined,
): string {
  if (sort === undefined) {
    return view.ref.sorts[0] ?? '';
  }
  if (!view.ref.sorts.includes(sort)) {
    throw new InputError(
      view.ref.sorts.length > 0
        ? `View '${view.ref.id}' has no order '${sort}'; it has ${view.ref.sorts.join(', ')}`
        : `View '${view.ref.id}' has one order only`,
    );
  }
  return sort;
}
