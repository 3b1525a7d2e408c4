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

/**
 * The card whose component this is; undefined when the component is used by itself.
 *
 * @public
 */
export function useFleetCard(): FleetCard | undefined {
  return useContext(FleetCardContext);
}

/**
 * The settings of the card whose component this is; the defaults of the schema when the component is used by itself.
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
