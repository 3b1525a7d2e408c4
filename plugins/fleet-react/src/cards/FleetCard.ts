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

import { AppNode } from '@backstage/frontend-plugin-api';
import { ViewRef } from '@quarterdeck/backstage-plugin-fleet-common';
import { ComponentType } from 'react';
import { z } from 'zod';
import { CardText } from './CardText';

/**
 * How much room a card takes on a dashboard.
 *
 * @public
 */
export interface FleetCardSize {
  /** Columns, of twelve. */
  width: number;
  /** Rows of 72 px. */
  height: number;
}

/**
 * A card as dashboards, entity pages and the home page find it.
 *
 * @public
 */
export interface FleetCard {
  /** Id of its extension, such as `fleet-card:fleet/pod-issues`. */
  readonly id: string;
  readonly title: CardText;
  /** What it shows, in a sentence. */
  readonly description?: CardText;
  /** Groups cards in the gallery: `clusters`, `workloads`, `compute`, … */
  readonly category: string;
  /** The view it shows. */
  readonly view: ViewRef<any, any, any>;
  readonly size: FleetCardSize;
  /** Cards come in this order, lowest first, then by id. */
  readonly order: number;
  /** Kept out of the default dashboard; can still be added by hand. */
  readonly hidden: boolean;
  /** The card's own settings, valid by its schema; an empty object when it has none. */
  readonly config: Readonly<Record<string, unknown>>;
  /** What its settings may be, all with defaults; its form is made from it. Absent when it has none. */
  readonly configSchema?: z.ZodObject;
  /** Why the configured settings are not valid. */
  readonly configError?: string;
  /** Loads its component; called when the card is first drawn. */
  readonly loader: () => Promise<ComponentType>;
  /** Its extension; absent in the old frontend system. */
  readonly node?: AppNode;
}
