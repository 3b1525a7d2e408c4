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

import { z } from 'zod';
import { cardSettingMeta, CardSettingMeta } from '../../cards/cardSettings';

/** One setting of a card, as its form shows it. */
export interface Setting {
  name: string;
  /** Its name as words: `maxRows` is `Max rows`. */
  words: string;
  kind:
    | 'clusters'
    | 'namespaces'
    | 'switch'
    | 'number'
    | 'choice'
    | 'choices'
    | 'text'
    | 'texts'
    | 'json';
  description?: string;
  minimum?: number;
  maximum?: number;
  whole?: boolean;
  options?: string[];
  meta: CardSettingMeta;
}

interface JsonSchema {
  type?: string;
  title?: string;
  description?: string;
  enum?: unknown[];
  minimum?: number;
  maximum?: number;
  items?: JsonSchema;
}

/** `notReady` as `Not ready`. */
export function inWords(name: string): string {
  const words = name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/[-_]+/g, ' ')
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function kindOf(schema: JsonSchema, meta: CardSettingMeta): Setting['kind'] {
  if (meta.fleetSetting) return meta.fleetSetting;
  if (schema.enum?.every(value => typeof value === 'string')) return 'choice';
  switch (schema.type) {
    case 'boolean':
      return 'switch';
    case 'integer':
    case 'number':
      return 'number';
    case 'string':
      return 'text';
    case 'array':
      if (schema.items?.enum) return 'choices';
      return schema.items?.type === 'string' ? 'texts' : 'json';
    default:
      return 'json';
  }
}

/** The settings that a schema allows, in its order. */
export function settingsOf(schema: z.ZodObject): Setting[] {
  const { properties = {} } = z.toJSONSchema(schema, {
    io: 'input',
    unrepresentable: 'any',
  });
  return Object.entries(schema.shape).map(([name, field]) => {
    const json = (properties[name] ?? {}) as JsonSchema;
    const meta = cardSettingMeta(field);
    return {
      name,
      words: json.title ?? inWords(name),
      kind: kindOf(json, meta),
      description: json.description,
      minimum: json.minimum,
      maximum:
        json.maximum === Number.MAX_SAFE_INTEGER ? undefined : json.maximum,
      whole: json.type === 'integer',
      options: (json.enum ?? json.items?.enum)?.map(String),
      meta,
    };
  });
}
