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

import { parseEntityRef } from '@backstage/catalog-model';
import { EntityRefLink, entityRouteRef } from '@backstage/plugin-catalog-react';
import { useOptionalRoute } from '@quarterdeck/backstage-plugin-fleet-react';

/** The owner of something as the link to its page in the catalog; as its name alone in a portal without one. */
export function OwnerLink(props: {
  /** An entity ref; a ref without a kind means a group. */
  owner: string;
}) {
  const { owner } = props;
  const route = useOptionalRoute(entityRouteRef);
  const parsed = refOf(owner);
  if (!parsed || !route) {
    return <span title={owner}>{parsed?.name ?? owner}</span>;
  }
  return <EntityRefLink entityRef={parsed} defaultKind="group" />;
}

/** What stands in a cluster's annotation need not be a ref. */
function refOf(owner: string) {
  try {
    return parseEntityRef(owner, {
      defaultKind: 'group',
      defaultNamespace: 'default',
    });
  } catch {
    return undefined;
  }
}
