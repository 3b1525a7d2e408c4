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

import { DemoCluster } from '@quarterdeck/demo-fleet';
import { Agent, fetch } from 'undici';
import { parseAllDocuments } from 'yaml';

interface Manifest {
  apiVersion: string;
  kind: string;
  metadata: { name: string; namespace?: string };
  rules?: Array<{ resources: string[] }>;
}

/** A request to a cluster as its administrator makes it. Answers with the body, whatever the status. */
export async function asAdmin(
  cluster: DemoCluster,
  method: string,
  path: string,
  body?: object,
): Promise<any> {
  const dispatcher = new Agent({ connect: { ca: cluster.ca } });
  const response = await fetch(`${cluster.url}${path}`, {
    method,
    dispatcher,
    headers: {
      authorization: `Bearer ${cluster.tokens.admin}`,
      'content-type': 'application/json',
    },
    body: body && JSON.stringify(body),
  });
  return response.json();
}

/** The objects of a manifest. */
export function objectsOf(manifest: string): Manifest[] {
  return parseAllDocuments(manifest).map(document => {
    expect(document.errors).toEqual([]);
    return document.toJS();
  });
}

function collectionOf({ apiVersion, kind, metadata }: Manifest): string {
  const root = apiVersion === 'v1' ? '/api/v1' : `/apis/${apiVersion}`;
  const within = metadata.namespace ? `/namespaces/${metadata.namespace}` : '';
  return `${root}${within}/${kind.toLowerCase()}s`;
}

/** Creates what is not there and replaces what is. */
export async function apply(
  cluster: DemoCluster,
  objects: readonly Manifest[],
): Promise<void> {
  for (const object of objects) {
    const collection = collectionOf(object);
    const created = await asAdmin(cluster, 'POST', collection, object);
    const answer =
      created.reason === 'AlreadyExists' && object.rules
        ? await asAdmin(
            cluster,
            'PUT',
            `${collection}/${object.metadata.name}`,
            object,
          )
        : created;
    expect([object.kind, answer.message]).toEqual([
      object.kind,
      created.reason === 'AlreadyExists' ? answer.message : undefined,
    ]);
  }
}

/** A token of a service account, as `kubectl create token` gets it. */
export async function tokenOf(
  cluster: DemoCluster,
  namespace: string,
  name: string,
): Promise<string> {
  const { status, message } = await asAdmin(
    cluster,
    'POST',
    `/api/v1/namespaces/${namespace}/serviceaccounts/${name}/token`,
    {
      apiVersion: 'authentication.k8s.io/v1',
      kind: 'TokenRequest',
      spec: { expirationSeconds: 3600 },
    },
  );
  expect(message).toBeUndefined();
  return status.token;
}
