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

import { mockServices } from '@backstage/backend-test-utils';
import { ClusterDefinition } from '../../ClusterDefinition';
import { kubernetesSources } from '../kubernetesSources';

// Run by a test in a Node without Jest, which cannot import the SDKs of clouds: prints the credential of the first cluster, or why there is none.
async function readCredential(data: any): Promise<unknown> {
  const [source] = await kubernetesSources({
    config: mockServices.rootConfig({ data }),
    logger: mockServices.rootLogger({ level: 'none' }),
    auth: mockServices.auth(),
    discovery: mockServices.discovery(),
  });
  const [{ endpoint }] = await new Promise<readonly ClusterDefinition[]>(
    resolve => {
      source.start(resolve);
    },
  );
  try {
    return await endpoint!.credentials.read();
  } catch (error) {
    const { name, message, reason } = error as Error & { reason: string };
    return { name, message, reason };
  }
}

readCredential(JSON.parse(process.argv[2])).then(result =>
  process.stdout.write(JSON.stringify(result)),
);
