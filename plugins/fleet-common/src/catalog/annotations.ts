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

/** Names, on a Resource of type `kubernetes-cluster`, the fleet's cluster that it stands for. @public */
export const FLEET_CLUSTER_ANNOTATION = 'quarterdeck.io/cluster';

/** Type of the catalog's Resource for a cluster, as the Kubernetes plugin's catalog locator has it. @public */
export const KUBERNETES_CLUSTER_TYPE = 'kubernetes-cluster';

/** On a Component: the value of the label of the same name on its workloads. @public */
export const KUBERNETES_ID_ANNOTATION = 'backstage.io/kubernetes-id';

/** On a Component: a label selector that finds its workloads; wins over the id. @public */
export const KUBERNETES_LABEL_SELECTOR_ANNOTATION =
  'backstage.io/kubernetes-label-selector';

/** On a Component: the only namespace to look in. @public */
export const KUBERNETES_NAMESPACE_ANNOTATION =
  'backstage.io/kubernetes-namespace';

/** On a Component: the only cluster to look in, by name. @public */
export const KUBERNETES_CLUSTER_ANNOTATION = 'backstage.io/kubernetes-cluster';
