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

import { storageApiRef, useApi } from '@backstage/frontend-plugin-api';
import { useCallback, useMemo, useState } from 'react';
import { useSearchParams } from 'react-router-dom';
import {
  ClusterListLayout,
  clusterListLayouts,
  ClusterListQuery,
  readClusterList,
  writeClusterList,
} from './clusterList';

const BUCKET = 'fleet';
const KEY = 'clusters-layout';

/**
 * The query of the list of clusters, kept in the address. The layout that a person chose last is remembered and used where the address
 * names none.
 */
export function useClusterListQuery(): [
  ClusterListQuery,
  (change: Partial<ClusterListQuery>) => void,
] {
  const storage = useApi(storageApiRef);
  const [params, setParams] = useSearchParams();
  const [remembered, remember] = useState(() =>
    clusterListLayouts.find(
      layout => layout === storage.forBucket(BUCKET).snapshot(KEY).value,
    ),
  );
  const query = useMemo(() => {
    const read = readClusterList(params);
    return { ...read, layout: read.layout ?? remembered };
  }, [params, remembered]);
  const keep = useCallback(
    (layout: ClusterListLayout) => {
      remember(layout);
      // Where it cannot be kept it still holds for this visit.
      storage
        .forBucket(BUCKET)
        .set(KEY, layout)
        .catch(() => {});
    },
    [storage],
  );
  const change = useCallback(
    (part: Partial<ClusterListQuery>) => {
      if (part.layout) keep(part.layout);
      setParams(
        previous => {
          const next = writeClusterList({
            ...readClusterList(previous),
            ...part,
          });
          // What the page as a whole is narrowed to.
          const clusters = previous.get('clusters');
          if (clusters) next.set('clusters', clusters);
          return next;
        },
        // Typing and picking are no steps to go back through.
        { replace: true },
      );
    },
    [keep, setParams],
  );
  return [query, change];
}
