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

import { createContext, useContext } from 'react';
import { z } from 'zod';
import { FleetCard } from './FleetCard';

/** The card that is being drawn, for the frame and for the card's own settings. */
export const FleetCardContext = createContext<FleetCard | undefined>(undefined);

/** What a card is where it is placed, beside what its extension says. */
export interface PlacedCard {
  /** As its extension has it. */
  extension: FleetCard;
  /** The title that a person gave it. */
  title?: string;
  /** The settings that a person gave it, which need not be valid. */
  config?: Readonly<Record<string, unknown>>;
}

/** What makes this card another than its extension. */
export const PlacedCardContext = createContext<PlacedCard | undefined>(
  undefined,
);

/** Undefined when the component is used by itself. */
export function usePlacedCard(): PlacedCard | undefined {
  return useContext(PlacedCardContext);
}

/**
 * The card whose component this is, with the title and settings of the place that it stands on; undefined when the component is used by
 * itself.
 *
 * @public
 */
export function useFleetCard(): FleetCard | undefined {
  return useContext(FleetCardContext);
}

/**
 * The settings of the card whose component this is: the defaults of the schema, over them what the app's configuration says, and over
 * that what a person has set where the card is placed. The defaults of the schema when the component is used by itself.
 *
 * @param schema - the one that the card's extension names as its `config`
 *
 * @public
 */
export function useCardConfig<TSchema extends z.ZodObject>(
  schema: TSchema,
): z.output<TSchema> {
  const card = useFleetCard();
  return (card ? card.config : schema.parse({})) as z.output<TSchema>;
}
