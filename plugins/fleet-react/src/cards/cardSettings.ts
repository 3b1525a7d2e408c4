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
import { CardText } from './CardText';

/**
 * What the form of a card's settings is told of one of them, beside what its schema says; given by `.meta()`.
 *
 * @public
 */
export interface CardSettingMeta {
  /** Picked from the names that the fleet has, and limits the card to them. */
  fleetSetting?: 'clusters' | 'namespaces';
  /** Its label; its name as words when left out. */
  label?: CardText;
  /** What it does, in a sentence. */
  hint?: CardText;
  /** Behind a number: `%`, `days`. */
  unit?: string;
  /** Labels of the values of an enum; the values as words when left out. */
  options?: Readonly<Record<string, CardText>>;
}

/**
 * Marks a setting for the form that people change it with.
 *
 * @example
 * ```ts
 * const config = z.object({
 *   clusters: clusterSelection,
 *   rows: rowLimit({ default: 20 }),
 *   flag: cardSetting(z.enum(['red', 'blue']).default('red'), { label: 'Flag' }),
 * });
 * ```
 *
 * @public
 */
export function cardSetting<TSchema extends z.ZodType>(
  schema: TSchema,
  meta: CardSettingMeta,
): TSchema {
  return schema.meta({ ...meta }) as TSchema;
}

const names = z.array(z.string().min(1).max(253)).max(1000).default([]);

/**
 * Limits a card to some clusters; an empty list, which is the default, means all. The card writes nothing for it: its views are asked
 * within a `FleetScope` of these clusters, and of those only that the page is about.
 *
 * @public
 */
export const clusterSelection = cardSetting(names, {
  fleetSetting: 'clusters',
});

/**
 * The same for namespaces.
 *
 * @public
 */
export const namespaceSelection = cardSetting(names, {
  fleetSetting: 'namespaces',
});

/**
 * How many rows a card shows at most.
 *
 * @public
 */
export function rowLimit(options: {
  default: number;
  /** 500 when left out. */
  most?: number;
  label?: CardText;
  hint?: CardText;
}) {
  const { most = 500, label, hint } = options;
  return cardSetting(
    z.number().int().min(1).max(most).default(options.default),
    { label, hint },
  );
}

/**
 * A number from which on something is told of.
 *
 * @public
 */
export function threshold(options: {
  default: number;
  /** 0 when left out. */
  least?: number;
  most?: number;
  unit?: string;
  label?: CardText;
  hint?: CardText;
}) {
  const { least = 0, most = Number.MAX_SAFE_INTEGER, ...meta } = options;
  return cardSetting(z.number().min(least).max(most).default(options.default), {
    label: meta.label,
    hint: meta.hint,
    unit: meta.unit,
  });
}

/** What was said of a setting by `.meta()`, wherever in its schema. */
export function cardSettingMeta(schema: z.ZodType): CardSettingMeta {
  const { innerType } = schema.def as z.core.$ZodTypeDef & {
    innerType?: z.ZodType;
  };
  return {
    ...(innerType && cardSettingMeta(innerType)),
    ...(schema.meta() as CardSettingMeta | undefined),
  };
}
