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

import { ResourceRef } from '@quarterdeck/backstage-plugin-fleet-common';
import { ViewImplementation } from '@quarterdeck/backstage-plugin-fleet-node';

/** The resources that a view uses rows of, each once. */
export function resourcesOf(view: ViewImplementation): readonly ResourceRef[] {
  const refs = allOf(view);
  return [...new Map(refs.map(ref => [ref.id, ref])).values()];
}

function allOf(view: ViewImplementation): readonly ResourceRef[] {
  switch (view.kind) {
    case 'collection':
      return view.resources;
    case 'aggregate':
      return [
        ...view.contributions.map(part => part.resource),
        ...Object.values<ResourceRef>(view.reads ?? {}),
      ];
    default:
      return Object.values<ResourceRef>(view.reads);
  }
}
