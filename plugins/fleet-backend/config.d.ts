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

import { HumanDuration } from '@backstage/types';

export interface Config {
  fleet?: {
    /** The clusters to connect. */
    clusters?: Array<{
      /** `kubeconfig`: all contexts of a kubeconfig, one cluster for each server. `in-cluster`: the cluster that the backend runs in, by its pod's service account. */
      type: 'kubeconfig' | 'in-cluster';
      /** Of `in-cluster`: its name, `in-cluster` unless told. Lower case letters, digits and dashes. */
      name?: string;
      /** Of `in-cluster`: what people call it; its name unless told. */
      title?: string;
      /** Of `in-cluster`: where the token and `ca.crt` of the service account are mounted, when not at the usual place. */
      serviceAccountFolder?: string;
      /** The only namespaces that are read; all that the credential allows when left out. */
      namespaces?: string[];
      /** File of the kubeconfig, read again when it changes; relative to the folder that the backend runs in, or to the home with `~/`. Either this or `content`. */
      path?: string;
      /**
       * The kubeconfig itself.
       * @visibility secret
       */
      content?: string;
      /** Which contexts are taken, by their names; `*` stands for any characters. All by default. */
      contexts?: {
        include?: string[];
        exclude?: string[];
      };
      /** Marks the clusters as a demo wherever their data is shown. */
      demo?: boolean;
      /** Labels of the clusters, for views and permissions. */
      labels?: { [label: string]: string };
      /** What a kubeconfig may do that could do harm if it came from somebody else. Nothing by default. */
      allow?: {
        /** Run a command to log in. */
        exec?: boolean;
        /** Log in by an auth provider of client-node. */
        authProvider?: boolean;
        /** Read tokens, certificates and keys from files. */
        fileReferences?: boolean;
        /** Go through a proxy, by CONNECT. */
        proxyUrl?: boolean;
        /** Do without checking the server's certificate, or without TLS. */
        insecureSkipTlsVerify?: boolean;
        /** Expect the certificate of another name than the server's. */
        tlsServerName?: boolean;
      };
    }>;
    kubernetes?: {
      /** Whether the clusters of the section `kubernetes` are connected too; true unless told. */
      enabled?: boolean;
    };
    encryption?: {
      /**
       * Keys that encrypt the credentials of clusters that are added in the portal; none can be added without one. The first encrypts, all decrypt. Each
       * is 32 random bytes as text, as `openssl rand -base64 32` prints them.
       * @deepVisibility secret
       */
      keys?: string[];
    };
    storedClusters?: {
      /** Whether clusters in private networks may be added in the portal; true unless told. */
      allowPrivateNetworks?: boolean;
    };
    samples?: {
      /** Whether figures of the clusters are sampled for trends; true unless told. */
      enabled?: boolean;
      /** Time between two samples, from a second to 15 minutes; a minute by default. */
      interval?: string | HumanDuration;
      /** Series that are sampled of each cluster at the most, the first ones; 50 by default. */
      maxSeriesPerCluster?: number;
      /** Bytes that a day of samples of all clusters may take; 64 MiB by default. Series that would not fit are not sampled. */
      maxBytesPerDay?: number;
    };
    inventory?: {
      /** Objects asked for in one page of a list; 500 by default. */
      pageSize?: number;
      /** Lists received at once over all clusters at the most; 8 by default, and three while the backend is busy. */
      concurrentLists?: number;
      /** Bytes that one object or one event of a watch may have; 10 MiB by default. */
      objectBytes?: number;
    };
  };
}
