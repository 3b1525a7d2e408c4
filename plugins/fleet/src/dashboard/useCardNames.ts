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
import {
  FleetCard,
  useCardTexts,
} from '@quarterdeck/backstage-plugin-fleet-react';
import { useCallback, useMemo } from 'react';

/** What cards on a dashboard are called: by the person, by their plugin, or by their id when that is not installed. */
export function useCardNames(
  installed: readonly FleetCard[],
): (card: DashboardCard) => string {
  const titles = useCardTexts(
    useMemo(() => installed.map(({ title }) => title), [installed]),
  );
  return useCallback(
    ({ card, title }: DashboardCard) => {
      const at = installed.findIndex(({ id }) => id === card);
      return title ?? titles[at] ?? card;
    },
    [installed, titles],
  );
}
