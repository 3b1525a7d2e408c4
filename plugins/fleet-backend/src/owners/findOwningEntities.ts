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

import { AuthService } from '@backstage/backend-plugin-api';
import { CATALOG_FILTER_EXISTS } from '@backstage/catalog-client';
import { CatalogService } from '@backstage/plugin-catalog-node';
import {
  KUBERNETES_CLUSTER_ANNOTATION,
  KUBERNETES_NAMESPACE_ANNOTATION,
} from '@quarterdeck/backstage-plugin-fleet-common';
import { FindOwningEntities, OwningEntity } from './CatalogOwners';

const PAGE = 500;
const MOST_PAGES = 20;
const TIMEOUT_MS = 20_000;

const FILTER = {
  [`metadata.annotations.${KUBERNETES_NAMESPACE_ANNOTATION}`]:
    CATALOG_FILTER_EXISTS,
};

const FIELDS = [
  `metadata.annotations.${KUBERNETES_NAMESPACE_ANNOTATION}`,
  `metadata.annotations.${KUBERNETES_CLUSTER_ANNOTATION}`,
  'spec.owner',
];

/** Asks the catalog, as the plugin itself, for the entities that name a namespace: the first ten thousand. */
export function findOwningEntities(options: {
  catalog: CatalogService;
  auth: AuthService;
}): FindOwningEntities {
  const { catalog, auth } = options;
  const read = async () => {
    const credentials = await auth.getOwnServiceCredentials();
    const found: OwningEntity[] = [];
    let cursor: string | undefined;
    for (let page = 0; page < MOST_PAGES; page++) {
      const answer = await catalog.queryEntities(
        cursor
          ? { cursor, limit: PAGE, fields: FIELDS }
          : { filter: FILTER, limit: PAGE, fields: FIELDS },
        { credentials },
      );
      found.push(...(answer.items as OwningEntity[]));
      cursor = answer.pageInfo.nextCursor;
      if (!cursor) break;
    }
    return found;
  };
  return () => inTime(read());
}

async function inTime<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new Error('The catalog did not answer in time')),
      TIMEOUT_MS,
    );
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
