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
 * Extension points and services for backend modules of the fleet plugin.
 *
 * @packageDocumentation
 */

export * from './actions/ActionImplementation';
export * from './clusters/ClusterConnection';
export * from './clusters/ClusterRequestError';
export * from './clusters/FleetClusters';
export * from './clusters/RequiredAccess';
export * from './fleetExtensionPoint';
export * from './permissions/clusterRules';
export * from './permissions/dashboardRules';
export * from './permissions/namePatterns';
export * from './permissions/namespaceRules';
export * from './permissions/permissionResources';
export * from './resources/ResourceSource';
export * from './samples/SampleSeries';
export * from './views/AggregateView';
export * from './views/CollectionView';
export * from './views/ComputedView';
export * from './views/ViewImplementation';
export * from './views/Visibility';
export * from './views/counters';
