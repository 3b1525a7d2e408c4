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

import { DashboardCard } from '@quarterdeck/backstage-plugin-fleet-common';
import { FleetCardHostSubmenu } from '@quarterdeck/backstage-plugin-fleet-react';
import { ReactNode } from 'react';

/** What the grid gives to the host of a card. */
export interface GridHost {
  /** What the card is dragged by; absent when it cannot be. */
  handle?: ReactNode;
  /** Moves and sizes for those who do not drag; empty when the dashboard cannot be edited. */
  menuItems: readonly FleetCardHostSubmenu[];
  /** It is far from the screen and can wait with asking for data. */
  waiting: boolean;
}

/** Draws a card on the grid. The host is the same as long as nothing of it changes. */
export type RenderCard = (card: DashboardCard, host: GridHost) => ReactNode;
