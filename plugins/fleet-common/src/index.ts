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
 * References, row and view types, permissions and formatting shared by every package of the fleet.
 *
 * @packageDocumentation
 */

export * from './actions/ActionRef';
export * from './actions/actionProtocol';
export * from './actions/scaleWorkloadAction';
export * from './audit/auditRecord';
export * from './catalog/annotations';
export * from './catalog/clusterOfEntity';
export * from './catalog/clusterOfEntity';
export * from './clusters/clusterAccess';
export * from './clusters/clusterConnection';
export * from './clusters/clusterFacts';
export * from './clusters/clusterHealth';
export * from './clusters/credentialPath';
export * from './clusters/rbacManifest';
export * from './clusters/storedClusters';
export * from './clusters/whoami';
export * from './clusters/versionSkew';
export * from './dashboards/cardHistory';
export * from './dashboards/cardPlacement';
export * from './dashboards/dashboard';
export * from './dashboards/dashboardContent';
export * from './dashboards/dashboardFile';
export * from './dashboards/slugOfTitle';
export * from './format/formatAge';
export * from './format/formatBytes';
export * from './format/formatCores';
export * from './format/formatCount';
export * from './objects/liveObject';
export * from './objects/objectAddress';
export * from './permissions/permissions';
export * from './permissions/resourceTypes';
export * from './resources/ResourceRef';
export * from './resources/clusters';
export * from './resources/deployments';
export * from './resources/events';
export * from './resources/horizontalPodAutoscalers';
export * from './resources/ingresses';
export * from './resources/metrics';
export * from './resources/namespaceOwners';
export * from './resources/namespaces';
export * from './resources/networkPolicies';
export * from './resources/nodes';
export * from './resources/persistentVolumeClaims';
export * from './resources/persistentVolumes';
export * from './resources/pods';
export * from './resources/resourceQuotas';
export * from './resources/services';
export * from './resources/severity';
export * from './resources/storageClasses';
export * from './resources/workloads';
export * from './samples/sampleSettings';
export * from './selectors/labelSelector';
export * from './stream/streamProtocol';
export * from './views/ViewAnswer';
export * from './views/ViewQuery';
export * from './views/ViewRef';
export * from './views/autoscalersView';
export * from './views/capacityView';
export * from './views/claimsView';
export * from './views/clusterVersionsView';
export * from './views/clustersHealthView';
export * from './views/coverage';
export * from './views/deploymentsView';
export * from './views/eventsTimelineView';
export * from './views/eventsView';
export * from './views/lookBack';
export * from './views/metricsViews';
export * from './views/namespaceIsolationView';
export * from './views/namespacesView';
export * from './views/networkViews';
export * from './views/nodeConditionsView';
export * from './views/nodeMapViews';
export * from './views/nodeStatusView';
export * from './views/nodesView';
export * from './views/podPhasesView';
export * from './views/podRestartsView';
export * from './views/podViews';
export * from './views/requestsViews';
export * from './views/quotaUsageView';
export * from './views/resourceQuotasView';
export * from './views/rowKey';
export * from './views/storageOverviewView';
export * from './views/warningViews';
export * from './views/workloadStatusViews';
export * from './views/statusFilter';
export * from './views/trendView';
export * from './views/workloadsView';
