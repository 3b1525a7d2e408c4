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

/**
 * Simulated Kubernetes clusters behind the real Kubernetes API.
 *
 * @packageDocumentation
 */
export * from './api/startApiServer';
export { demoIdentities, type Identity } from './api/auth/Identity';
export { applyDefaults } from './api/write/defaults/applyDefaults';
export * from './store/ObjectStore';
export { startStoreControllers } from './store/storeControllers';
export * from './tls/CertificateAuthority';
export * from './startDemoFleet';
export * from './startDemoCluster';
export type { DemoCluster } from './DemoCluster';
export type * from './faults/FaultRule';
export type * from './faults/FaultSwitchboard';
export type * from './traffic/RequestCounts';
