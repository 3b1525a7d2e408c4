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

import { useContext } from 'react';
import { FleetPath, FleetPathContext } from './FleetPathContext';
import { useRoutedFleetPath } from './useRoutedFleetPath';

/**
 * Makes links into the fleet's page from paths such as `objectPath` and `clusterPath` give, wherever the portal has mounted it.
 *
 * @public
 */
export function useFleetPath(): FleetPath {
  const given = useContext(FleetPathContext);
  // Whether there is a provider above does not change while a component lives.
  // eslint-disable-next-line react-hooks/rules-of-hooks
  return given ?? useRoutedFleetPath();
}
