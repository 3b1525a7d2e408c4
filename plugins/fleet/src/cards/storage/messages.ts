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

/** Texts of the cards about storage. */
export const storageMessages = {
  storage: {
    title: 'Storage overview',
    description:
      'What claims ask for and what volumes provide, by storage class.',
    totals: 'Claims by state',
    figures: 'Storage in all',
    byClass: 'Requested by storage class',
    classes: 'Storage classes of each cluster',
    claims: 'Claims',
    bound: 'Bound',
    pending: 'Pending',
    lost: 'Lost',
    requested: 'Requested',
    provisioned: 'Provisioned',
    volumes: '{{volumes}} volumes',
    claimCount: '{{claims}} claims',
    unclaimed: 'Unclaimed',
    unclaimedHint: 'volumes without a claim',
    classesSetting: 'Bars at most',
    class: 'Storage class',
    noClass: 'No class',
    provisioner: 'Provisioner',
    default: 'Default',
    missing: 'No such class',
    missingHint:
      'Claims name this class, and the cluster has none of this name: nobody makes volumes for them.',
    more_one: '+ {{classes}} more class',
    more_other: '+ {{classes}} more classes',
    none: 'There is no storage',
    noneText:
      'No claim, volume or storage class exists in the clusters that you may see.',
  },
  claims: {
    title: 'Volume claims',
    description:
      'PersistentVolumeClaims, lost and pending ones first, with what they asked for and got.',
    claim: 'Claim',
    capacity: 'Capacity',
    requestedHint: '{{requested}} requested, {{capacity}} provided',
    notBound: '{{requested}} requested, nothing provided yet',
    terminating: 'Terminating',
    unknown: 'Unknown',
    none: 'There is no volume claim',
    noneText: 'None exists in the namespaces that you may see.',
    noneTroubled: 'No claim is lost or pending',
  },
} as const;
