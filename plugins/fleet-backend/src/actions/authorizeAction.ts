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
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError, NotFoundError } from '@backstage/errors';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  ActionRef,
  ActionTarget,
  fleetClusterReadPermission,
  fleetNamespaceReadPermission,
} from '@quarterdeck/backstage-plugin-fleet-common';

/**
 * Whether the caller may do this to the target: `undefined`, or the error to answer with.
 *
 * Who may not read the place is told that there is none, as for a place that does not exist; who may read it learns which permission is missing.
 */
export async function refusalOf(
  permissions: PermissionsService,
  ref: ActionRef<any, any>,
  target: ActionTarget,
  credentials: BackstageCredentials,
): Promise<NotFoundError | NotAllowedError | undefined> {
  const namespaced = ref.scope === 'namespace';
  if (namespaced && !target.namespace) {
    throw new Error(`Action '${ref.id}' needs a namespace in its target`);
  }
  // A slash would make one place look like another.
  if (target.cluster.includes('/')) {
    return noSuchPlace(target);
  }
  const resourceRef = namespaced
    ? `${target.cluster}/${target.namespace}`
    : target.cluster;
  const [read, act] = await permissions.authorize(
    [
      {
        permission: namespaced
          ? fleetNamespaceReadPermission
          : fleetClusterReadPermission,
        resourceRef,
      },
      { permission: ref.permission, resourceRef },
    ],
    { credentials },
  );
  if (read.result !== AuthorizeResult.ALLOW) {
    return noSuchPlace(target);
  }
  if (act.result !== AuthorizeResult.ALLOW) {
    return new NotAllowedError(
      `You lack the permission '${ref.permission.name}' for ${place(target)}`,
    );
  }
  return undefined;
}

/** The same for a place that does not exist and for one that the caller may not read. */
export function noSuchPlace(target: ActionTarget): NotFoundError {
  return new NotFoundError(
    `There is no ${place(target)}, or you may not read it`,
  );
}

function place({ cluster, namespace }: ActionTarget): string {
  return namespace === undefined
    ? `cluster ${JSON.stringify(cluster)}`
    : `namespace ${JSON.stringify(namespace)} in cluster ${JSON.stringify(cluster)}`;
}
