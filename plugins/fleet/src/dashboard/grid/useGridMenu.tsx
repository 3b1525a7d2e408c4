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

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { FleetCardHostSubmenu } from '@quarterdeck/backstage-plugin-fleet-react';
import {
  RiArrowDownLine,
  RiArrowLeftLine,
  RiArrowRightLine,
  RiArrowUpLine,
  RiContractLeftRightLine,
  RiContractUpDownLine,
  RiDragMove2Line,
  RiExpandLeftRightLine,
  RiExpandUpDownLine,
} from '@remixicon/react';
import { useMemo } from 'react';
import { fleetTranslationRef } from '../../translation';
import { CardStep } from './gestures/cardSteps';
import { GridController } from './gestures/GridController';

const steps = {
  moveUp: { kind: 'move', direction: 'up' },
  moveDown: { kind: 'move', direction: 'down' },
  moveLeft: { kind: 'move', direction: 'left' },
  moveRight: { kind: 'move', direction: 'right' },
  wider: { kind: 'resize', width: 1, height: 0 },
  narrower: { kind: 'resize', width: -1, height: 0 },
  taller: { kind: 'resize', width: 0, height: 1 },
  shorter: { kind: 'resize', width: 0, height: -1 },
} as const satisfies Record<string, CardStep>;

const icons: Record<keyof typeof steps, JSX.Element> = {
  moveUp: <RiArrowUpLine />,
  moveDown: <RiArrowDownLine />,
  moveLeft: <RiArrowLeftLine />,
  moveRight: <RiArrowRightLine />,
  wider: <RiExpandLeftRightLine />,
  narrower: <RiContractLeftRightLine />,
  taller: <RiExpandUpDownLine />,
  shorter: <RiContractUpDownLine />,
};

const wideOnly = new Set(['moveLeft', 'moveRight', 'wider', 'narrower']);

/** The part of a card's menu for those who neither drag nor use the keys of the handle. */
export function useGridMenu(options: {
  controller: GridController;
  id: string;
  editable: boolean;
  narrow: boolean;
  collapsed: boolean;
}): readonly FleetCardHostSubmenu[] {
  const { controller, id, editable, narrow, collapsed } = options;
  const { t } = useTranslationRef(fleetTranslationRef);
  return useMemo(() => {
    if (!editable) return [];
    const names = Object.keys(steps) as (keyof typeof steps)[];
    const items = names
      .filter(name => !(narrow && wideOnly.has(name)))
      .filter(name => !(collapsed && /^(taller|shorter)$/.test(name)))
      .map(name => ({
        id: `grid-${name}`,
        label: t(`grid.${name}`),
        icon: icons[name],
        onAction: () => controller.step(id, steps[name]),
      }));
    return [
      {
        id: 'grid',
        label: t('grid.moveAndResize'),
        icon: <RiDragMove2Line />,
        items,
      },
    ];
  }, [controller, id, editable, narrow, collapsed, t]);
}
