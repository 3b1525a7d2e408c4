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

import { createContext, ReactElement, ReactNode, useContext } from 'react';

/**
 * A further entry of a card's menu.
 *
 * @public
 */
export interface FleetCardHostMenuItem {
  id: string;
  /** Already translated. */
  label: string;
  icon?: ReactElement;
  onAction(): void;
}

/**
 * Further entries of a card's menu behind one, in a menu of their own.
 *
 * @public
 */
export interface FleetCardHostSubmenu {
  id: string;
  /** Already translated. */
  label: string;
  icon?: ReactElement;
  items: readonly FleetCardHostMenuItem[];
}

/**
 * What the place that a card stands on lets people do with it. What is left out is not offered by the card's frame.
 *
 * @public
 */
export interface FleetCardHost {
  /** Stands before the title: what the card is dragged by. */
  handle?: ReactNode;
  /** Only the header shows. */
  collapsed?: boolean;
  setCollapsed?(collapsed: boolean): void;
  /**
   * Saves the settings of the card, which are valid by its schema, and the title that the person gave it; no title means the card's own.
   */
  configure?(change: { title?: string; config: Record<string, unknown> }): void;
  replace?(): void;
  remove?(): void;
  /** Absolute URL that shows this card where it stands. */
  link?: string;
  /** Absolute URL that shows it alone, to be embedded. */
  embedLink?: string;
  /** It was expanded to the full screen. */
  onViewed?(): void;
  /** Further entries of the menu, such as moving and resizing by keyboard. */
  menuItems?: readonly (FleetCardHostMenuItem | FleetCardHostSubmenu)[];
}

const FleetCardHostContext = createContext<FleetCardHost | undefined>(
  undefined,
);

/**
 * Says what can be done with the card below it. Keep the host the same between renders: the frame is drawn again when it changes.
 *
 * @public
 */
export function FleetCardHostProvider(props: {
  host: FleetCardHost;
  children: ReactNode;
}) {
  return (
    <FleetCardHostContext.Provider value={props.host}>
      {props.children}
    </FleetCardHostContext.Provider>
  );
}

/**
 * The place that this card stands on; undefined on pages that only show it, such as those of catalog entities.
 *
 * @public
 */
export function useFleetCardHost(): FleetCardHost | undefined {
  return useContext(FleetCardHostContext);
}
