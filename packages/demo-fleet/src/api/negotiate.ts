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

import { notAcceptable } from './ApiError';

export type Representation = 'object' | 'partial' | 'table';

const META_GROUP = 'meta.k8s.io';
const JSON_TYPES = ['application/json', 'application/*', '*/*'];

interface MediaType {
  type: string;
  parameters: Record<string, string>;
}

function parseAccept(accept: string | undefined): MediaType[] {
  return (accept || '*/*').split(',').map(clause => {
    const [type, ...rest] = clause.split(';').map(part => part.trim());
    return {
      type: type.toLowerCase(),
      parameters: Object.fromEntries(
        rest.map(part => part.split('=') as [string, string]),
      ),
    };
  });
}

/** How the client wants objects: the first of its wishes that we can meet. */
export function negotiateRepresentation(
  accept: string | undefined,
): Representation {
  for (const { type, parameters } of parseAccept(accept)) {
    if (!JSON_TYPES.includes(type)) continue;
    if (!parameters.as) return 'object';
    if (parameters.g !== META_GROUP || parameters.v !== 'v1') continue;
    if (parameters.as === 'Table') return 'table';
    if (/^PartialObjectMetadata(List)?$/.test(parameters.as)) return 'partial';
  }
  throw notAcceptable([
    'application/json',
    'application/json;as=Table;v=v1;g=meta.k8s.io',
    'application/json;as=PartialObjectMetadata;v=v1;g=meta.k8s.io',
  ]);
}

/** Whether the client prefers the aggregated discovery document. */
export function wantsAggregatedDiscovery(accept: string | undefined): boolean {
  for (const { type, parameters } of parseAccept(accept)) {
    if (!JSON_TYPES.includes(type)) continue;
    if (!parameters.as) return false;
    if (
      parameters.as === 'APIGroupDiscoveryList' &&
      parameters.g === 'apidiscovery.k8s.io' &&
      parameters.v === 'v2'
    ) {
      return true;
    }
  }
  return false;
}
