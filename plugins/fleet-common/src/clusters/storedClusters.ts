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

import { z } from 'zod';
import { failureReasonSchema } from './clusterHealth';
import { clusterAuthSchema } from './clusterConnection';

const pem = z.string().max(256 * 1024);

/** Name of a cluster: lower case letters, digits and dashes. @public */
export const clusterNameSchema = z
  .string()
  .max(63)
  .regex(
    /^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/,
    'must be lower case letters, digits and dashes',
  );

/**
 * A credential that an administrator hands over. It is encrypted at rest and never returned.
 *
 * @public
 */
export const storedCredentialSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('token'), token: z.string().min(1).max(65_536) }),
  z.object({
    type: z.literal('client-certificate'),
    certificate: pem.min(1),
    key: pem.min(1),
  }),
]);

/** @public */
export type StoredCredential = z.infer<typeof storedCredentialSchema>;

/**
 * How to reach a cluster that is added in the UI.
 *
 * @public
 */
export const clusterConnectionSchema = z.object({
  server: z.url({ protocol: /^https$/ }).max(2048),
  /** PEM of the authorities that signed the server's certificate; those of the machine when left out. */
  certificateAuthority: pem.optional(),
  tlsServerName: z.string().max(253).optional(),
  proxyUrl: z
    .url({ protocol: /^https?$/ })
    .max(2048)
    .optional(),
  /** Reads these namespaces only; all when left out. */
  namespaces: z.array(z.string().max(63)).min(1).max(100).optional(),
});

/** @public */
export type ClusterConnectionInput = z.infer<typeof clusterConnectionSchema>;

/** Body of `POST /stored-clusters`. @public */
export const storedClusterInputSchema = z.object({
  name: clusterNameSchema,
  title: z.string().min(1).max(200).optional(),
  labels: z.record(z.string().max(317), z.string().max(200)).default({}),
  connection: clusterConnectionSchema,
  credential: storedCredentialSchema,
});

/** @public */
export type StoredClusterInput = z.input<typeof storedClusterInputSchema>;

/** Body of `PUT /stored-clusters/{name}`; without a credential the stored one stays, which is refused when the server changes. @public */
export const storedClusterChangeSchema = storedClusterInputSchema
  .omit({ name: true })
  .partial({ credential: true });

/** @public */
export type StoredClusterChange = z.input<typeof storedClusterChangeSchema>;

/** A cluster that was added in the UI, without its credential. @public */
export const storedClusterSchema = z.object({
  name: clusterNameSchema,
  title: z.string(),
  labels: z.record(z.string(), z.string()),
  connection: clusterConnectionSchema,
  auth: clusterAuthSchema,
  /** Entity ref of who added it. */
  createdBy: z.string(),
  createdAt: z.number(),
  changedAt: z.number(),
});

/** @public */
export type StoredCluster = z.infer<typeof storedClusterSchema>;

/** Body of `POST /clusters/test`. @public */
export const connectionTestInputSchema = z.object({
  connection: clusterConnectionSchema,
  /** Left out to test with the credential that is stored for `name`. */
  credential: storedCredentialSchema.optional(),
  name: clusterNameSchema.optional(),
});

/** @public */
export type ConnectionTestInput = z.input<typeof connectionTestInputSchema>;

/**
 * What a test of a connection found, step by step. A step that an earlier failure prevented is `not-run`, never passed.
 *
 * @public
 */
export const connectionTestSchema = z.object({
  steps: z.array(
    z.object({
      id: z.enum(['address', 'tls', 'version', 'identity', 'read']),
      outcome: z.enum(['passed', 'failed', 'not-run']),
      message: z.string(),
      reason: failureReasonSchema.optional(),
      advice: z.string().optional(),
    }),
  ),
  passed: z.boolean(),
  version: z.string().optional(),
  username: z.string().optional(),
  /** Name of the connected cluster that is the same one, by the uid of its kube-system. */
  sameAs: z.string().optional(),
});

/** @public */
export type ConnectionTest = z.infer<typeof connectionTestSchema>;
