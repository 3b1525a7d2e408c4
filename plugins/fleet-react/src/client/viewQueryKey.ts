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
  ViewQuery,
  viewWindowSchema,
} from '@quarterdeck/backstage-plugin-fleet-common';
import { ViewQuestion } from './FleetApi';

/** Writes a value so that equal values have equal texts: keys in order, nothing for what is undefined. */
function canonicalText(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    part && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(
          Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)),
        )
      : part,
  );
}

function distinct(names: string[] | undefined): string[] | undefined {
  return names && [...new Set(names)].sort();
}

/** The question with its defaults written out; two that ask the same become equal. */
export function toViewQuery(
  view: string,
  question: ViewQuestion<any> = {},
): ViewQuery {
  const { params, scope, window } = question;
  return {
    view,
    params: JSON.parse(canonicalText(params ?? {})),
    scope: JSON.parse(
      canonicalText({
        clusters: distinct(scope?.clusters),
        namespaces: distinct(scope?.namespaces),
      }),
    ),
    window: viewWindowSchema.parse(window ?? {}),
  };
}

/** Equal for equal questions. */
export function viewQueryKey(query: ViewQuery): string {
  return canonicalText(query);
}
