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
/**
 * The client of the fleet, hooks, card kit and blueprints, for everything that shows the fleet.
 *
 * @packageDocumentation
 */

export * from './client/FleetApi';
export {
  createFleetClient,
  FleetClient,
  type FleetClientOptions,
} from './client/FleetClient';
export * from './client/fleetClientFactory';
export type { PageActivity } from './client/PageActivity';
export type { StreamSlot, StreamSlots } from './client/StreamSlots';
export type { TimeSource } from './client/TimeSource';
export { forgetAtSignOut } from './client/warm/forgetAtSignOut';
export type { WarmAnswers } from './client/warm/WarmAnswers';
export type { WarmStore } from './client/warm/WarmStore';
export * from './client/ViewState';
export * from './client/withDeadline';
export * from './dashboards/FleetDashboardTemplate';
export * from './dashboards/FleetDashboardTemplatesApi';
export * from './extensions/inOrder';
export * from './hooks/queryClientOf';
export * from './hooks/useAction';
export * from './hooks/useLiveObject';
export * from './hooks/useNow';
export * from './hooks/useView';
export * from './hooks/useWhoami';
export * from './blueprints/FleetCardActionBlueprint';
export * from './blueprints/FleetCardBlueprint';
export * from './blueprints/FleetDashboardBlueprint';
export * from './blueprints/FleetStatBlueprint';
export * from './cards/CardGrid';
export * from './cards/CardText';
export {
  cardSetting,
  type CardSettingMeta,
  clusterSelection,
  namespaceSelection,
  rowLimit,
  threshold,
} from './cards/cardSettings';
export * from './cards/DefaultFleetCards';
export * from './cards/FleetCard';
export * from './cards/FleetCardAction';
export { useCardConfig, useFleetCard } from './cards/FleetCardContext';
export * from './cards/FleetCardHost';
export * from './cards/FleetCardsApi';
export * from './cards/FleetCardSlot';
export { loadCard } from './cards/loadCard';
export * from './cards/useCardTexts';
export * from './cards/useNearScreen';
export * from './identity/PlatformMark';
export * from './identity/useClusterIdentity';
export * from './identity/useFactWord';
export * from './kit/action/ActionDialog';
export * from './kit/action/useActionAllowed';
export * from './kit/Age';
export * from './kit/CardFrame';
export * from './kit/CardMessage';
export * from './kit/CardSkeleton';
export * from './kit/ClusterName';
export * from './kit/CopyButton';
export * from './kit/CoverageNotice';
export { rowsToCsv } from './kit/csv/rowsToCsv';
export * from './kit/FleetGrid/FleetGrid';
export * from './kit/FleetGrid/GridRows';
export * from './kit/FleetGrid/useGridQuery';
export * from './kit/FleetGrid/useGridRows';
export * from './kit/FleetGrid/useListRows';
export { FleetTable, type FleetTableProps } from './kit/FleetTable/FleetTable';
export * from './kit/FleetTable/FleetTableColumn';
export * from './kit/FleetTable/useTableView';
export * from './kit/FleetTable/useTableWindow';
export * from './kit/frame/CardSearch';
export * from './kit/Freshness';
export * from './kit/Hint';
export * from './kit/ObjectName';
export * from './kit/Quantity';
export * from './kit/RowActions';
export * from './kit/StatBlock';
export * from './kit/StatusChip';
export * from './kit/ViewCard';
export * from './kit/ViewContent';
export * from './stats/FleetStat';
export * from './stats/FleetStatsApi';
export * from './theme/statusTone';
export * from './translation';
export * from './routing/ClusterLink';
export * from './routing/FleetPathProvider';
export type { FleetPath } from './routing/FleetPathContext';
export * from './routing/ObjectLink';
export * from './routing/fleetRouteRef';
export * from './routing/useFleetPath';
export * from './routing/useOptionalRoute';
export * from './scope/FleetFilters';
export * from './scope/FleetScope';
export { PageShown, usePageShown } from './scope/PageShown';
export * from './time/formatInstant';
export * from './time/Instant';
export {
  defaultTimePreference,
  type TimePreference,
  type TimeZoneChoice,
} from './time/timePreference';
export * from './time/useTimeFormat';
export * from './time/useTimePreference';
