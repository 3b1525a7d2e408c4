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
import { PlacedCard } from './FleetCardContext';
import { FleetCard } from './FleetCard';

/** A card with the title and the settings of its place over those of its extension. */
export function placeCard(placed: PlacedCard): FleetCard {
  const { extension, title = extension.title, config } = placed;
  const { configSchema } = extension;
  if (!config || !configSchema || extension.configError !== undefined) {
    return { ...extension, title };
  }
  const parsed = configSchema.safeParse({ ...extension.config, ...config });
  return {
    ...extension,
    title,
    config: parsed.data ?? extension.config,
    configError: parsed.error && z.prettifyError(parsed.error),
  };
}
