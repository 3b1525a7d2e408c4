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

/** Texts on the pages of catalog entities. */
export const entityMessages = {
  entity: {
    workloads: 'Workloads',
    pods: 'Pods',
    events: 'Recent events',
    clusters: 'Clusters',
    summary: 'Fleet',
    open: 'Open in the fleet',
    errors: 'Errors',
    warnings: 'Warnings',
    noWorkloads: 'No workload carries these labels',
    noWorkloadsText:
      'Looked for {{selector}} on Deployments, StatefulSets, DaemonSets, Jobs and CronJobs of the clusters and namespaces that you may read.',
    noPods: 'No pod carries these labels',
    noPodsText: 'Looked for {{selector}} on the pods that you may read.',
    noEvents: 'No event about these workloads',
    noEventsText: 'Kubernetes keeps events for an hour, unless told otherwise.',
    wrongTitle: 'The annotation {{annotation}} cannot be read',
    wrongText: '{{selector}} is not a label selector.',
    missingTitle: 'Nothing says which workloads belong here',
    missingText:
      'Add the annotation backstage.io/kubernetes-id to the entity, and the label of the same name and value to its workloads; or a label selector as backstage.io/kubernetes-label-selector.',
    noClusterTitle: 'The fleet does not know this cluster',
    noClusterText:
      'Name it with the annotation quarterdeck.io/cluster, or connect it; or you lack the permission fleet.cluster.read for it.',
    limitedByRelations:
      'Only in {{clusters}}: the entity depends on a Resource of the catalog for each.',
    limitedByAnnotation:
      'Only in {{clusters}}, as the annotation backstage.io/kubernetes-cluster has it.',
    relationsTitle: 'What this entity depends on cannot be read',
    relationsText:
      'Its relations in the catalog may limit it to some clusters, so none is looked into.',
    state: 'State',
    version: 'Version',
    nodesReady: 'Nodes ready',
  },
} as const;
