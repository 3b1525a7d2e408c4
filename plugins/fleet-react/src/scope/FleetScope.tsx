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

import { ViewScope } from '@quarterdeck/backstage-plugin-fleet-common';
import { createContext, ReactNode, useContext, useMemo } from 'react';

const FleetScopeContext = createContext<ViewScope | undefined>(undefined);

/**
 * Limits every view below it to some clusters and namespaces, so that a card made for the whole fleet shows one cluster on that cluster's page.
 * A view that names its own scope keeps it.
 *
 * @public
 */
export function FleetScope(props: {
  clusters?: readonly string[];
  namespaces?: readonly string[];
  children: ReactNode;
}) {
  const { children } = props;
  const key = JSON.stringify([props.clusters, props.namespaces]);
  const scope = useMemo<ViewScope>(() => {
    const [clusters, namespaces] = JSON.parse(key);
    return {
      clusters: clusters ?? undefined,
      namespaces: namespaces ?? undefined,
    };
  }, [key]);
  return (
    <FleetScopeContext.Provider value={scope}>
      {children}
    </FleetScopeContext.Provider>
  );
}

/** The scope that surrounds a component; undefined for the whole fleet. @public */
export function useFleetScope(): ViewScope | undefined {
  return useContext(FleetScopeContext);
}
