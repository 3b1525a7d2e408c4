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

import { useApiHolder } from '@backstage/core-plugin-api';
import {
  ClusterFacts,
  ClusterHealthRow,
  clustersHealthView,
  FleetTotals,
} from '@quarterdeck/backstage-plugin-fleet-common';
import { useCallback, useSyncExternalStore } from 'react';
import { FleetApi, fleetApiRef, LiveView } from '../client/FleetApi';
import { ViewState } from '../client/ViewState';
import { useWhileShown } from '../scope/PageShown';

/**
 * What makes a cluster known at sight.
 *
 * @public
 */
export interface ClusterIdentity {
  title: string;
  facts: ClusterFacts;
}

type HealthView = LiveView<ClusterHealthRow, FleetTotals>;

interface Identities {
  state: ViewState<ClusterHealthRow, FleetTotals>;
  byName: Map<string, ClusterIdentity & { sameness: string }>;
}

const known = new WeakMap<HealthView, Identities>();

/** Figures change all the time and identities hardly ever: those that are the same stay the same objects. */
function identitiesOf(view: HealthView): Identities {
  const state = view.getState();
  const before = known.get(view);
  if (before?.state === state) return before;
  const byName: Identities['byName'] = new Map();
  for (const { cluster, title, facts } of state.rows) {
    const sameness = JSON.stringify([title, facts]);
    const last = before?.byName.get(cluster);
    byName.set(
      cluster,
      last?.sameness === sameness ? last : { title, facts, sameness },
    );
  }
  const identities = { state, byName };
  known.set(view, identities);
  return identities;
}

const views = new WeakMap<FleetApi, HealthView>();

/** Of the whole fleet, whatever the scope of the page that shows the name. */
function viewOf(api: FleetApi): HealthView {
  let view = views.get(api);
  if (!view) {
    view = api.view(clustersHealthView);
    views.set(api, view);
  }
  return view;
}

const never = () => () => {};

/**
 * The identity of a cluster by its name; undefined while it is not known. All names on a page share one subscription, and only those
 * whose identity changes are drawn anew.
 *
 * @public
 */
export function useClusterIdentity(name: string): ClusterIdentity | undefined {
  const api = useApiHolder().get(fleetApiRef);
  const view = api && viewOf(api);
  const subscribe = useCallback(
    (listener: () => void) => view?.subscribe(listener) ?? never(),
    [view],
  );
  return useSyncExternalStore(useWhileShown(subscribe), () =>
    view ? identitiesOf(view).byName.get(name) : undefined,
  );
}
