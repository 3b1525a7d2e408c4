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

import { Config } from '@backstage/config';
import { ClusterAuth } from '@quarterdeck/backstage-plugin-fleet-common';
import { systemClock } from '../../inventory/scheduling/Clock';
import {
  ClusterDefinition,
  ClusterEndpoint,
  ClusterProblem,
} from '../ClusterDefinition';
import { isLinkLocal } from '../connection/linkLocal';
import {
  ClusterCredentials,
  StaticCredentials,
} from '../credentials/ClusterCredentials';
import { FileCredentials } from '../credentials/FileCredentials';
import { ClusterNames } from '../kubeconfig/clusterNames';
import { parseServer } from '../kubeconfig/findRefusal';
import { browserLogin } from './browserLogin';
import { CloudStrategies, isCloudProvider } from './CloudStrategies';
import { consoleUrlOf } from './consoleUrl';
import { ownServiceAccount } from './ownServiceAccount';
import { StrategyCredentials } from './StrategyCredentials';

const AUTH_PROVIDER = 'kubernetes.io/auth-provider';
const AWS_ASSUME_ROLE = 'kubernetes.io/aws-assume-role';
const AWS_EXTERNAL_ID = 'kubernetes.io/aws-external-id';

export interface ReadConfigLocatorOptions {
  /** Place of the locator in the configuration. */
  readonly key: string;
  readonly strategies: CloudStrategies;
  readonly serviceAccountFolder: string;
}

/** What a `config` locator lists. */
export interface LocatedClusters {
  readonly key: string;
  /** Names as configured of the clusters in `definitions`. */
  readonly names: readonly string[];
  readonly definitions: readonly ClusterDefinition[];
  /** Names as configured of the clusters whose auth provider only the Kubernetes plugin may know. */
  readonly unknown: readonly string[];
}

/** What an item comes to: a way to the cluster, a reason why there is none, or nothing that we know of. */
type Login =
  | { auth: ClusterAuth; endpoint: ClusterEndpoint }
  | { auth: ClusterAuth; problem: ClusterProblem }
  | undefined;

/** Reads the clusters of a `config` locator as the Kubernetes plugin does, which exports no way to do so. */
export function readConfigLocator(
  locator: Config,
  options: ReadConfigLocatorOptions,
): LocatedClusters {
  const { key } = options;
  const legalNames = new ClusterNames();
  const names: string[] = [];
  const definitions: ClusterDefinition[] = [];
  const unknown: string[] = [];
  for (const item of locator.getOptionalConfigArray('clusters') ?? []) {
    const configured = item.getString('name');
    const login = loginOf(item, configured, options);
    if (!login) {
      unknown.push(configured);
      continue;
    }
    const name = legalNames.take(configured, key);
    names.push(configured);
    definitions.push({
      name,
      title: item.getOptionalString('title') ?? configured,
      aliases: name === configured ? [] : [configured],
      labels: {},
      demo: false,
      source: 'kubernetes-config',
      consoleUrl: consoleUrlOf(item.getOptionalString('dashboardUrl')),
      ...login,
    });
  }
  return { key, names, definitions, unknown };
}

function loginOf(
  item: Config,
  name: string,
  options: ReadConfigLocatorOptions,
): Login {
  const metadata = item.getOptional<Record<string, string>>('authMetadata');
  const provider =
    metadata?.[AUTH_PROVIDER] ?? item.getOptionalString('authProvider');
  if (!provider) {
    return refused(
      `Cluster '${name}' has no auth provider.`,
      `Set its authProvider in ${options.key}.`,
    );
  }
  const problem = browserLogin(name, provider);
  if (problem) {
    return { auth: provider === 'google' ? 'google' : 'none', problem };
  }
  const token =
    metadata?.serviceAccountToken ??
    item.getOptionalString('serviceAccountToken');
  if (provider === 'serviceAccount' && !token) {
    const endpoint = ownServiceAccount(options.serviceAccountFolder);
    return endpoint
      ? { auth: 'service-account', endpoint }
      : refused(
          `Cluster '${name}' has no serviceAccountToken, and the backend does not run in a cluster whose service account it could use.`,
          `Set its serviceAccountToken in ${options.key}.`,
        );
  }
  const server = usableServer(item.getString('url'));
  if (!server) {
    return refused(
      `Cluster '${name}' has no usable server address.`,
      'Give it the address of its API server, without user name, query and fragment.',
    );
  }
  const endpoint = (credentials: ClusterCredentials): ClusterEndpoint => ({
    server,
    insecureSkipTlsVerify: item.getOptionalBoolean('skipTLSVerify') ?? false,
    credentials,
  });
  if (provider === 'serviceAccount') {
    return { auth: 'token', endpoint: endpoint(configuredPart(item, token)) };
  }
  if (provider === 'localKubectlProxy') {
    return { auth: 'none', endpoint: endpoint(configuredPart(item)) };
  }
  if (!isCloudProvider(provider)) {
    return undefined;
  }
  return {
    auth: provider === 'googleServiceAccount' ? 'google' : provider,
    endpoint: endpoint(
      new StrategyCredentials({
        details: {
          name,
          url: server.href,
          authMetadata: {
            ...roleOf(item),
            ...metadata,
            [AUTH_PROVIDER]: provider,
          },
        },
        strategy: () => options.strategies.get(provider),
        configured: configuredPart(item),
        clock: systemClock,
      }),
    ),
  };
}

function refused(message: string, advice: string): Login {
  return { auth: 'none', problem: { message, advice } };
}

/** The authority, in a file or as base64, and the token where it is written into the configuration. */
function configuredPart(item: Config, token?: string): ClusterCredentials {
  const file = item.getOptionalString('caFile');
  if (file) {
    return new FileCredentials({ token }, { authority: file });
  }
  const data = item.getOptionalString('caData');
  return new StaticCredentials({
    token,
    authority: data && Buffer.from(data, 'base64').toString('utf8'),
  });
}

function roleOf(item: Config): Record<string, string> {
  const role = item.getOptionalString('assumeRole');
  const externalId = item.getOptionalString('externalId');
  return {
    ...(role && { [AWS_ASSUME_ROLE]: role }),
    ...(externalId && { [AWS_EXTERNAL_ID]: externalId }),
  };
}

function usableServer(url: string): URL | undefined {
  const server = parseServer(url);
  const host = server?.hostname.replace(/^\[|\]$/g, '');
  return host && !isLinkLocal(host) ? server : undefined;
}
