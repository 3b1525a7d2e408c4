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

import { WatchedResource } from '@quarterdeck/backstage-plugin-fleet-node';

/** The path of a kind, over all namespaces or in one. */
export function watchedPath(
  source: WatchedResource,
  namespace?: string,
): string {
  const group = source.group === '' ? '/api' : `/apis/${source.group}`;
  const within =
    namespace === undefined
      ? ''
      : `namespaces/${encodeURIComponent(namespace)}/`;
  return `${group}/${source.version}/${within}${source.plural}`;
}

/** The media type asked for. Of metadata alone there is no second choice: a server that does not know it must not send the contents instead. */
export function watchedAccept(
  source: WatchedResource,
  what: 'list' | 'watch',
): string {
  if (!source.metadataOnly) {
    return 'application/json';
  }
  const kind =
    what === 'list' ? 'PartialObjectMetadataList' : 'PartialObjectMetadata';
  return `application/json;as=${kind};v=v1;g=meta.k8s.io`;
}
