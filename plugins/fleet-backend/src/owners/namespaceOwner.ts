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
  NamespaceOverviewRow,
  NamespaceRow,
} from '@quarterdeck/backstage-plugin-fleet-common';
import { ownerRef } from './ownerRef';

const OWNER_LABEL = 'backstage.io/owner';

/** Who owns a namespace and where it is written: the namespace itself goes before the catalog. */
export function namespaceOwner(
  { owner, labels }: Pick<NamespaceRow, 'owner' | 'labels'>,
  ofCatalog: string | undefined,
): Pick<NamespaceOverviewRow, 'owner' | 'ownerSource'> {
  const annotated = ownerRef(owner);
  if (annotated) {
    return { owner: annotated, ownerSource: 'annotation' };
  }
  const labelled = ownerRef(labels[OWNER_LABEL]);
  if (labelled) {
    return { owner: labelled, ownerSource: 'label' };
  }
  return ofCatalog ? { owner: ofCatalog, ownerSource: 'catalog' } : {};
}
