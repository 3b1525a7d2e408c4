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

import { RootConfigService } from '@backstage/backend-plugin-api';
import { Config } from '@backstage/config';
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { ClusterDefinition } from './ClusterDefinition';
import { ClusterNames } from './kubeconfig/clusterNames';
import { clustersOfKubeconfig } from './kubeconfig/clustersOfKubeconfig';
import { KubeconfigAllowances } from './kubeconfig/findRefusal';
import { parseKubeconfig } from './kubeconfig/parseKubeconfig';

const LARGEST = 1024 * 1024;

/** One item of `fleet.clusters`. */
export interface KubeconfigSource {
  /** Its place in the configuration, for messages. */
  readonly key: string;
  /** The folder that relative paths in the kubeconfig start at. */
  readonly folder: string;
  readonly include: readonly string[] | undefined;
  readonly exclude: readonly string[];
  readonly demo: boolean;
  readonly labels: Readonly<Record<string, string>>;
  readonly allow: KubeconfigAllowances;
}

/**
 * The clusters that the configuration names, whole or not: what is wrong with a kubeconfig or a context becomes a cluster that cannot be used and says why.
 *
 * @throws Error when the configuration itself is not as it must be.
 */
export function readClusterConfig(
  config: RootConfigService,
): ClusterDefinition[] {
  const names = new ClusterNames();
  const items = config.getOptionalConfigArray('fleet.clusters') ?? [];
  return items.flatMap((item, index) => {
    const key = `fleet.clusters[${index}]`;
    const type = item.getString('type');
    if (type !== 'kubeconfig') {
      throw new Error(
        `${key}.type is '${type}', but only 'kubeconfig' is known`,
      );
    }
    return readKubeconfigItem(item, key, names);
  });
}

function readKubeconfigItem(
  item: Config,
  key: string,
  names: ClusterNames,
): ClusterDefinition[] {
  const file = item.getOptionalString('path');
  const content = item.getOptionalString('content');
  if ((file === undefined) === (content === undefined)) {
    throw new Error(`${key} must have either path or content`);
  }
  const source: KubeconfigSource = {
    key,
    folder: file ? path.dirname(path.resolve(file)) : process.cwd(),
    include: item.getOptionalStringArray('contexts.include'),
    exclude: item.getOptionalStringArray('contexts.exclude') ?? [],
    demo: item.getOptionalBoolean('demo') ?? false,
    labels: item.getOptional<Record<string, string>>('labels') ?? {},
    allow: readAllowances(item),
  };
  try {
    const kubeconfig = parseKubeconfig(content ?? readKubeconfig(file!));
    return clustersOfKubeconfig(kubeconfig, source, names);
  } catch (error) {
    const title = file ? path.basename(file) : key;
    return [
      {
        name: names.take(title, key),
        title,
        aliases: [],
        labels: source.labels,
        demo: source.demo,
        source: 'kubeconfig',
        auth: 'none',
        problem: {
          message: (error as Error).message,
          advice: `Correct ${file ? `the file ${file}` : `${key}.content`} and start the backend again.`,
        },
      },
    ];
  }
}

function readKubeconfig(file: string): string {
  try {
    if (statSync(file).size <= LARGEST) {
      return readFileSync(file, 'utf8');
    }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new Error(`The kubeconfig ${file} cannot be read (${code})`);
  }
  throw new Error(`The kubeconfig ${file} is larger than 1 MiB`);
}

function readAllowances(item: Config): KubeconfigAllowances {
  const allowed = (name: keyof KubeconfigAllowances) =>
    item.getOptionalBoolean(`allow.${name}`) ?? false;
  return {
    exec: allowed('exec'),
    authProvider: allowed('authProvider'),
    fileReferences: allowed('fileReferences'),
    proxyUrl: allowed('proxyUrl'),
    insecureSkipTlsVerify: allowed('insecureSkipTlsVerify'),
    tlsServerName: allowed('tlsServerName'),
  };
}
