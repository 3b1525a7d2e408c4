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
 * Why data of a cluster, or of one resource of it, is missing or old.
 *
 * @public
 */
export const failureReasonSchema = z.enum([
  'unreachable',
  'timeout',
  'dns',
  'refused',
  'certificate',
  'auth',
  'forbidden',
  'not-installed',
  'degraded',
  'syncing',
  'too-large',
  'invalid',
]);

/** @public */
export type FailureReason = z.infer<typeof failureReasonSchema>;

/**
 * Where a connection stands: `connecting` until the first answer, `healthy`, `degraded` when it answers but some kinds fail,
 * `unreachable` when it does not answer, `denied` when it refuses the credential, `invalid` when its definition cannot be used.
 *
 * @public
 */
export const clusterStateSchema = z.enum([
  'connecting',
  'healthy',
  'degraded',
  'unreachable',
  'denied',
  'invalid',
]);

/** @public */
export type ClusterState = z.infer<typeof clusterStateSchema>;
