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
/** Permission resource type of a cluster; a reference is the cluster's name. @public */
export const FLEET_CLUSTER_RESOURCE_TYPE = 'fleet-cluster';

/** Permission resource type of a namespace of a cluster; a reference is `<cluster>/<namespace>`. @public */
export const FLEET_NAMESPACE_RESOURCE_TYPE = 'fleet-namespace';

/** Permission resource type of a dashboard that somebody owns; a reference is its id. @public */
export const FLEET_DASHBOARD_RESOURCE_TYPE = 'fleet-dashboard';
