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

/**
 * Where a cluster is known from: a kubeconfig, the backend's own cluster, the section `kubernetes` of the configuration, the Kubernetes
 * plugin's proxy, or an administrator who added it in the UI.
 *
 * @public
 */
export const clusterSourceSchema = z.enum([
  'kubeconfig',
  'in-cluster',
  'kubernetes-config',
  'kubernetes-proxy',
  'stored',
]);

/** @public */
export type ClusterSourceType = z.infer<typeof clusterSourceSchema>;

/** What kind of credential the backend uses. @public */
export const clusterAuthSchema = z.enum([
  'token',
  'client-certificate',
  'basic',
  'exec',
  'auth-provider',
  'service-account',
  'aws',
  'azure',
  'google',
  'proxy',
  'none',
]);

/** @public */
export type ClusterAuth = z.infer<typeof clusterAuthSchema>;
