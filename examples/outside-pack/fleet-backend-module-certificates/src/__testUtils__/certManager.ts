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

import { KubeObjectInput } from '@quarterdeck/demo-fleet';

const anything = {
  type: 'object',
  'x-kubernetes-preserve-unknown-fields': true,
};

/** Makes a cluster serve Certificates, without cert-manager behind them. */
export const certificateDefinition: KubeObjectInput = {
  apiVersion: 'apiextensions.k8s.io/v1',
  kind: 'CustomResourceDefinition',
  metadata: { name: 'certificates.cert-manager.io' },
  spec: {
    group: 'cert-manager.io',
    names: {
      kind: 'Certificate',
      listKind: 'CertificateList',
      plural: 'certificates',
      singular: 'certificate',
    },
    scope: 'Namespaced',
    versions: [
      {
        name: 'v1',
        served: true,
        storage: true,
        subresources: { status: {} },
        schema: {
          openAPIV3Schema: {
            type: 'object',
            properties: { spec: anything, status: anything },
          },
        },
      },
    ],
  },
};

/** A Certificate as cert-manager leaves it. */
export function certificateObject(
  name: string,
  options: { ready: boolean; message: string; notAfter?: string },
): KubeObjectInput {
  const { ready, message, notAfter } = options;
  return {
    apiVersion: 'cert-manager.io/v1',
    kind: 'Certificate',
    metadata: { name, namespace: 'shop' },
    spec: {
      secretName: `${name}-tls`,
      dnsNames: [`${name}.example`],
      issuerRef: { kind: 'ClusterIssuer', name: 'letsencrypt' },
    },
    status: {
      notAfter,
      conditions: [
        { type: 'Ready', status: ready ? 'True' : 'False', message },
      ],
    },
  };
}
