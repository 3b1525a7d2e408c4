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

/** What proves to an API server who asks, and to us who answers. */
export interface ClusterCredential {
  readonly token?: string;
  readonly basic?: string;
  readonly certificate?: string;
  readonly key?: string;
  /** PEM of the authorities that the server's certificate is checked against; those of the machine when absent. */
  readonly authority?: string;
}

/** Where the credential of a cluster comes from. */
export interface ClusterCredentials {
  /** The credential, from memory where it is fresh enough. */
  read(): Promise<ClusterCredential>;
  /** Gets it anew after the server refused it. Answers with undefined when there is no newer one to be had. */
  refresh(): Promise<ClusterCredential | undefined>;
}

/** A credential written into the kubeconfig itself. */
export class StaticCredentials implements ClusterCredentials {
  readonly #credential: ClusterCredential;

  constructor(credential: ClusterCredential) {
    this.#credential = credential;
  }

  async read(): Promise<ClusterCredential> {
    return this.#credential;
  }

  async refresh(): Promise<undefined> {
    return undefined;
  }
}
