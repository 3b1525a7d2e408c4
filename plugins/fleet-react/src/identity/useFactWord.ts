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
import { GroupableClusterFact } from '@quarterdeck/backstage-plugin-fleet-common';
import { useCallback } from 'react';
import { fleetReactTranslationRef } from '../translation';
import { platformName } from './platforms';

/**
 * Writes the value of a fact about a cluster as people call it: `eks` is Amazon EKS, a region is itself.
 *
 * @public
 */
export function useFactWord(): (
  fact: GroupableClusterFact,
  value: string,
) => string {
  const { t } = useTranslationRef(fleetReactTranslationRef);
  return useCallback(
    (fact, value) => {
      if (fact !== 'provider' && fact !== 'distribution') return value;
      if (value === 'local' || value === 'bare') return t(`platform.${value}`);
      return platformName(fact, value) ?? value;
    },
    [t],
  );
}
