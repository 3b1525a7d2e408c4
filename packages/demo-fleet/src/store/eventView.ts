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

import type { KubeObject } from './KubeObject';
import type { ObjectView } from './ResourceType';

const shown = new WeakMap<KubeObject, KubeObject>();

/** Core events in the shape of events.k8s.io, and back. */
export const eventView: ObjectView = {
  show(stored) {
    let view = shown.get(stored);
    if (!view) {
      view = show(stored);
      shown.set(stored, view);
    }
    return view;
  },
  store(input) {
    const {
      apiVersion,
      regarding,
      note,
      reportingController,
      deprecatedSource,
      deprecatedFirstTimestamp,
      deprecatedLastTimestamp,
      deprecatedCount,
      ...rest
    } = input;
    return {
      ...rest,
      involvedObject: regarding ?? {},
      ...(note !== undefined && { message: note }),
      source: deprecatedSource ?? {},
      firstTimestamp: deprecatedFirstTimestamp ?? null,
      lastTimestamp: deprecatedLastTimestamp ?? null,
      ...(deprecatedCount !== undefined && { count: deprecatedCount }),
      reportingComponent: reportingController ?? '',
      reportingInstance: input.reportingInstance ?? '',
    };
  },
};

function show(stored: KubeObject): KubeObject {
  const {
    involvedObject,
    message,
    source,
    firstTimestamp,
    lastTimestamp,
    count,
    reportingComponent,
    ...rest
  } = stored;
  return {
    ...rest,
    apiVersion: 'events.k8s.io/v1',
    eventTime: stored.eventTime ?? null,
    reportingController: reportingComponent ?? '',
    reportingInstance: stored.reportingInstance ?? '',
    regarding: involvedObject ?? {},
    ...(message !== undefined && { note: message }),
    deprecatedSource: source ?? {},
    deprecatedFirstTimestamp: firstTimestamp ?? null,
    deprecatedLastTimestamp: lastTimestamp ?? null,
    ...(count !== undefined && { deprecatedCount: count }),
  };
}
