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
  ClusterAuth,
  ClusterSourceType,
} from '@quarterdeck/backstage-plugin-fleet-common';
import type { LookupFunction } from 'node:net';
import { ClusterCredentials } from './credentials/ClusterCredentials';

/** Where and how a cluster is reached. */
export interface ClusterEndpoint {
  /** Address of the API server; its path, if any, goes before every request's. */
  readonly server: URL;
  /** Name that the server's certificate must carry, when it is not the host. */
  readonly serverName?: string;
  readonly insecureSkipTlsVerify: boolean;
  readonly credentials: ClusterCredentials;
  /** Equal for endpoints that are configured alike, credentials included, which it does not tell. Unequal to all others when absent. */
  readonly fingerprint?: string;
  /** Goes through this proxy, by CONNECT. */
  readonly proxy?: URL;
  /** Resolves names where more than link-local addresses are refused. */
  readonly lookup?: LookupFunction;
  /** The cluster's name in the Kubernetes plugin, when `server` is not the API server but that plugin's proxy, which all such clusters share. */
  readonly proxiedCluster?: string;
}

/** Why a definition cannot be used. */
export interface ClusterProblem {
  readonly message: string;
  readonly advice: string;
}

/** One cluster as configured: either with an endpoint, or with the reason why it has none. */
export interface ClusterDefinition {
  /** Lower case letters, digits and dashes; unique and stable. */
  readonly name: string;
  readonly title: string;
  readonly aliases: readonly string[];
  readonly labels: Readonly<Record<string, string>>;
  readonly demo: boolean;
  readonly source: ClusterSourceType;
  readonly auth: ClusterAuth;
  /** Reads these namespaces only, as configured; all, or what the credential turns out to allow, when absent. */
  readonly namespaces?: readonly string[];
  /** The namespace that the definition names for people; read alone when the credential turns out to read no more. */
  readonly contextNamespace?: string;
  readonly endpoint?: ClusterEndpoint;
  readonly problem?: ClusterProblem;
  /** Where people look at the cluster elsewhere, as configured; https. */
  readonly consoleUrl?: string;
}

/** Whether two endpoints lead to the same place with the same credential. */
export function sameEndpoint(a: ClusterEndpoint, b: ClusterEndpoint): boolean {
  return (
    a === b || (a.fingerprint !== undefined && a.fingerprint === b.fingerprint)
  );
}
