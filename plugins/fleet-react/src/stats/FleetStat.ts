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

import { ViewRef } from '@quarterdeck/backstage-plugin-fleet-common';
import { CardText } from '../cards/CardText';
import { ViewState } from '../client/ViewState';
import { StatusTone } from '../theme/statusTone';

/**
 * What a figure says now.
 *
 * @public
 */
export interface FleetStatReading {
  /** Absent when it is not known, which is shown as `–`. */
  value: number | undefined;
  /** The whole that it is a part of, in the same unit; a ring or a bar needs it. */
  of?: number;
  /** Marks it as a state; left out, it is only a number. */
  tone?: StatusTone;
  /** Small print below, such as `2 cordoned`. */
  detail?: string;
}

/**
 * A figure of the stats bar: one number of a view that cards show too, so that they agree.
 *
 * @public
 */
export interface FleetStat {
  /** Id of its extension, such as `fleet-stat:fleet/pods`. */
  readonly id: string;
  readonly title: CardText;
  /** What it counts, in a sentence or two. */
  readonly explanation: CardText;
  readonly view: ViewRef<any, any, any>;
  /** Parameters of the view. */
  readonly params?: Record<string, unknown>;
  /** Takes the figure from the view; a hook, so that it may translate. */
  readonly useReading: (view: ViewState<any, any>) => FleetStatReading;
  /** How its values are written; counts as `12.3K` when left out. */
  readonly format?: (value: number | undefined) => string;
  /**
   * Page below the fleet's own that lists what it counts, such as `clusters?state=healthy`. What the dashboard is narrowed to, as far as the view obeys it,
   * is added: `clusters`, `namespaces` and `status` with commas between names, `search`, and `range` such as `15m`.
   */
  readonly path?: string;
  /** Series that is sampled of it; a sparkline needs it. */
  readonly series?: string;
  /** Figures come in this order where they are chosen from, lowest first, then by id. */
  readonly order: number;
}
