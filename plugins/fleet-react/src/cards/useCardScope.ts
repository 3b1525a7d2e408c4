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
import { useFleetScope } from '../scope/FleetScope';
import { cardSettingMeta } from './cardSettings';
import { FleetCard } from './FleetCard';

function selected(
  card: FleetCard,
  kind: 'clusters' | 'namespaces',
): readonly string[] | undefined {
  const names = Object.entries(card.configSchema?.shape ?? {})
    .filter(([, schema]) => cardSettingMeta(schema).fleetSetting === kind)
    .flatMap(([name]) => card.config[name] as string[]);
  return names.length > 0 ? names : undefined;
}

function both(
  outer: readonly string[] | undefined,
  own: readonly string[] | undefined,
): string[] | undefined {
  if (!outer || !own) return (outer ?? own)?.slice();
  return own.filter(name => outer.includes(name));
}

/** What a card is limited to by its settings, of that which the page is about. */
export function useCardScope(card: FleetCard): {
  scope: ViewScope | undefined;
  /** The page is about other clusters or namespaces. */
  elsewhere: boolean;
} {
  const outer = useFleetScope();
  const clusters = selected(card, 'clusters');
  const namespaces = selected(card, 'namespaces');
  if (!clusters && !namespaces) return { scope: outer, elsewhere: false };
  const scope = {
    clusters: both(outer?.clusters, clusters),
    namespaces: both(outer?.namespaces, namespaces),
  };
  return {
    scope,
    elsewhere: scope.clusters?.length === 0 || scope.namespaces?.length === 0,
  };
}
