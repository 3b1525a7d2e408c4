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

import { firstClusters } from '../../__testUtils__/firstClusters';
import { readClusterSources } from '../../sources/readClusterSources';
import { ConfigReader } from '@backstage/config';

// Run by a test in a Node without Jest, which cannot import the ES module that client-node is: prints the credential of the first cluster.
const config = new ConfigReader(JSON.parse(process.argv[2]));
const logger: any = { warn: () => {} };
const [{ endpoint }] = firstClusters(readClusterSources({ config, logger }));
endpoint!.credentials
  .read()
  .then(credential => process.stdout.write(JSON.stringify(credential)));
