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
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { JsonReader } from '../../json/JsonReader';
import { selectFields } from '../../json/selectFields';
import { SharedStrings } from '../../json/SharedStrings';

/** The row of an object of which only the fields were read that its resource names. */
export function projectObject(
  resource: WatchedResource<any>,
  object: unknown,
): any {
  const bytes = Buffer.from(JSON.stringify(object));
  const reader = new JsonReader(new SharedStrings());
  reader.reset(bytes, 0, bytes.length);
  const selection = selectFields([
    'metadata.uid',
    'metadata.name',
    'metadata.namespace',
    ...resource.fields,
  ]);
  return resource.project(reader.read(selection) as object, {
    cluster: 'east',
    intern: text => text,
  });
}

/** The rows of the objects that a Kubernetes 1.36 listed. */
export function recordedRows(resource: WatchedResource<any>): any[] {
  const file = `../../../__fixtures__/kube-1.36/list/${resource.plural}.json`;
  const { body } = JSON.parse(readFileSync(join(__dirname, file), 'utf8'));
  return body.items.map((item: unknown) => projectObject(resource, item));
}
