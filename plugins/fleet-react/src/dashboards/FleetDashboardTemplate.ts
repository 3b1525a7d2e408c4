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

import { DashboardStat } from '@quarterdeck/backstage-plugin-fleet-common';
import { CardText } from '../cards/CardText';
import { FleetCard } from '../cards/FleetCard';

/**
 * A card that a template places. Cards stand side by side as long as there is room, then below.
 *
 * @public
 */
export interface TemplateCard {
  /** Id of the card's extension, such as `fleet-card:fleet/pod-issues`. Left out of the dashboard where it is not installed. */
  card: string;
  /** Columns, of twelve; the card's own width when left out. */
  width?: number;
  /** Rows of 72 px; the card's own height when left out. */
  height?: number;
  title?: string;
  config?: Record<string, unknown>;
}

/**
 * An arrangement of cards that people start from.
 *
 * @public
 */
export interface FleetDashboardTemplate {
  /** Id of its extension, such as `fleet-dashboard:fleet/operations`. */
  readonly id: string;
  readonly title: CardText;
  /** What it is for, in a sentence. */
  readonly description?: CardText;
  /** Last part of its address, `/fleet/templates/<slug>`. */
  readonly slug: string;
  /** Grows when its cards change, so that people who started from an older one are told. */
  readonly version: number;
  /** Templates come in this order, lowest first, then by id. */
  readonly order: number;
  /** The cards, or how to choose them from those that are installed. */
  readonly cards:
    | readonly TemplateCard[]
    | ((installed: readonly FleetCard[]) => readonly TemplateCard[]);
  /** The figures above the cards; empty for none. */
  readonly stats: readonly DashboardStat[];
}
