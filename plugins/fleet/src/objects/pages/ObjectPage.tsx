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

import {
  ObjectAddress,
  objectAddressSchema,
  WorkloadKind,
} from '@quarterdeck/backstage-plugin-fleet-common';
import { useParams } from 'react-router-dom';
import { NotFoundPage } from '../../page/NotFoundPage';
import { PlainObjectPage } from './PlainObjectPage';
import { PodPage } from './PodPage';
import { WorkloadPage } from './WorkloadPage';

const workloadKinds: Readonly<Record<string, WorkloadKind>> = {
  'deployments.apps': 'Deployment',
  'statefulsets.apps': 'StatefulSet',
  'daemonsets.apps': 'DaemonSet',
  'jobs.batch': 'Job',
  'cronjobs.batch': 'CronJob',
};

function pageOf(address: ObjectAddress) {
  const { resource, namespace } = address;
  if (namespace !== undefined) {
    if (resource === 'pods') return <PodPage address={address} />;
    if (Object.hasOwn(workloadKinds, resource)) {
      return <WorkloadPage address={address} kind={workloadKinds[resource]} />;
    }
  }
  return <PlainObjectPage address={address} />;
}

/** The page of any object but nodes and namespaces. */
export function ObjectPage() {
  const { cluster, namespace, resource, name } = useParams();
  const address = objectAddressSchema.safeParse({
    cluster,
    namespace,
    resource,
    name,
  });
  if (!address.success) return <NotFoundPage />;
  // Another object is another page, also of the same kind.
  return <div key={JSON.stringify(address.data)}>{pageOf(address.data)}</div>;
}
