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
  LoggerService,
  RootConfigService,
} from '@backstage/backend-plugin-api';
import { Config } from '@backstage/config';
import { clusterNameSchema } from '@quarterdeck/backstage-plugin-fleet-common';
import { homedir } from 'node:os';
import path from 'node:path';
import { KubeconfigAllowances } from '../kubeconfig/findRefusal';
import { SERVICE_ACCOUNT_FOLDER } from '../kubernetes/ownServiceAccount';
import { ClusterSource } from './ClusterSource';
import { InClusterSource } from './InClusterSource';
import { KubeconfigSource } from './KubeconfigSource';

const TYPES = ['kubeconfig', 'in-cluster'];

/**
 * The places of `fleet.clusters`, in their order.
 *
 * @throws Error when the configuration itself is not as it must be. What is wrong with a kubeconfig is told by its source.
 */
export function readClusterSources(options: {
  config: RootConfigService;
  logger: LoggerService;
}): ClusterSource[] {
  const { config, logger } = options;
  const items = config.getOptionalConfigArray('fleet.clusters') ?? [];
  return items.map((item, index) => {
    const key = `fleet.clusters[${index}]`;
    const type = item.getString('type');
    if (type === 'kubeconfig') return readKubeconfigItem(item, key, logger);
    if (type === 'in-cluster') return readInClusterItem(item, key);
    throw new Error(
      `${key}.type is '${type}', but must be one of ${TYPES.join(', ')}`,
    );
  });
}

function readKubeconfigItem(
  item: Config,
  key: string,
  logger: LoggerService,
): ClusterSource {
  const file = inHome(item.getOptionalString('path'));
  const content = item.getOptionalString('content');
  if ((file === undefined) === (content === undefined)) {
    throw new Error(`${key} must have either path or content`);
  }
  return new KubeconfigSource({
    item: {
      key,
      folder: file ? path.dirname(path.resolve(file)) : process.cwd(),
      include: item.getOptionalStringArray('contexts.include'),
      exclude: item.getOptionalStringArray('contexts.exclude') ?? [],
      demo: item.getOptionalBoolean('demo') ?? false,
      labels: readLabels(item),
      namespaces: item.getOptionalStringArray('namespaces'),
      allow: readAllowances(item),
    },
    from: file ? { file } : { content: content! },
    logger,
  });
}

/** `~/` is what people write who know kubectl. */
function inHome(file: string | undefined): string | undefined {
  return file?.replace(/^~(?=\/|$)/, homedir());
}

function readInClusterItem(item: Config, key: string): ClusterSource {
  const name = clusterNameSchema.safeParse(
    item.getOptionalString('name') ?? 'in-cluster',
  );
  if (!name.success) {
    throw new Error(`${key}.name ${name.error.issues[0].message}`);
  }
  return new InClusterSource({
    key,
    name: name.data,
    title: item.getOptionalString('title') ?? name.data,
    labels: readLabels(item),
    namespaces: item.getOptionalStringArray('namespaces'),
    folder:
      item.getOptionalString('serviceAccountFolder') ?? SERVICE_ACCOUNT_FOLDER,
  });
}

function readLabels(item: Config): Record<string, string> {
  return item.getOptional<Record<string, string>>('labels') ?? {};
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
