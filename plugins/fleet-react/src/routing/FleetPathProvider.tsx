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

import { ReactNode } from 'react';
import { FleetPathContext } from './FleetPathContext';
import { useRoutedFleetPath } from './useRoutedFleetPath';

/**
 * Asks the portal once where the fleet's page is, for all links below. To resolve a route goes through all routes of the portal, and a page of
 * cards has hundreds of links.
 *
 * @public
 */
export function FleetPathProvider(props: { children: ReactNode }) {
  const path = useRoutedFleetPath();
  return (
    <FleetPathContext.Provider value={path}>
      {props.children}
    </FleetPathContext.Provider>
  );
}
