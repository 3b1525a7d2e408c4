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

import type { KubeObject } from '../store/ObjectStore';
import type { ClusterWorld } from '../world/ClusterWorld';
import { timestamp } from '../world/kubernetesTime';
import { keyOf, splitKey, WorkQueue } from './WorkQueue';

const COMPONENT = 'persistentvolume-controller';
const DEFAULT_CLASS = 'storageclass.kubernetes.io/is-default-class';
const RETRY_MS = 15_000;

/** Makes a volume for each claim whose class there is, and removes those without a claim. */
export class VolumeController {
  readonly #queue: WorkQueue;

  constructor(private readonly world: ClusterWorld) {
    const { persistentVolumeClaims, storageClasses } = world.kinds;
    this.#queue = new WorkQueue(world.clock, key => this.#bind(key), 600);
    world.on(persistentVolumeClaims, ({ type, object }) => {
      if (type === 'DELETED') this.#release(object);
      else if (isPending(object)) this.#queue.add(keyOf(object));
    });
    world.on(storageClasses, () => {
      persistentVolumeClaims
        .list()
        .filter(isPending)
        .forEach(claim => this.#queue.add(keyOf(claim)));
    });
  }

  #bind(key: string): void {
    const claim = this.world.kinds.persistentVolumeClaims.get(...splitKey(key));
    if (!claim || !isPending(claim) || claim.metadata.deletionTimestamp) return;
    const name = claim.spec.storageClassName ?? this.#defaultClass();
    if (!name) {
      this.#wait(
        claim,
        'FailedBinding',
        'no persistent volumes available for this claim and no storage class is set',
      );
      return;
    }
    const storageClass = this.world.kinds.storageClasses.get(undefined, name);
    if (!storageClass) {
      const message = `storageclass.storage.k8s.io "${name}" not found`;
      this.#wait(claim, 'ProvisioningFailed', message, true);
      return;
    }
    const waits = storageClass.volumeBindingMode === 'WaitForFirstConsumer';
    if (waits && !this.#hasConsumer(claim)) {
      this.#wait(
        claim,
        'WaitForFirstConsumer',
        'waiting for first consumer to be created before binding',
      );
      return;
    }
    this.#provision(claim, storageClass);
  }

  #provision(claim: KubeObject, storageClass: KubeObject): void {
    const { persistentVolumeClaims, persistentVolumes } = this.world.kinds;
    const { name: claimName, namespace, uid } = claim.metadata;
    const volumeName = `pvc-${uid}`;
    const { accessModes, resources, volumeMode = 'Filesystem' } = claim.spec;
    const capacity = { storage: resources?.requests?.storage ?? '1Gi' };
    const { provisioner, metadata, reclaimPolicy = 'Delete' } = storageClass;
    if (!persistentVolumes.get(undefined, volumeName)) {
      persistentVolumes.create({
        metadata: {
          name: volumeName,
          annotations: { 'pv.kubernetes.io/provisioned-by': provisioner },
        },
        spec: {
          capacity,
          csi: {
            driver: provisioner,
            fsType: 'ext4',
            volumeHandle: `vol-${uid.replaceAll('-', '').slice(0, 17)}`,
          },
          accessModes,
          claimRef: {
            kind: 'PersistentVolumeClaim',
            namespace,
            name: claimName,
            uid,
            apiVersion: 'v1',
            resourceVersion: claim.metadata.resourceVersion,
          },
          persistentVolumeReclaimPolicy: reclaimPolicy,
          storageClassName: metadata.name,
          volumeMode,
        },
        status: {
          phase: 'Bound',
          lastPhaseTransitionTime: timestamp(this.world.clock.now()),
        },
      });
    }
    persistentVolumeClaims.update({
      ...claim,
      metadata: {
        ...claim.metadata,
        annotations: {
          ...claim.metadata.annotations,
          'pv.kubernetes.io/bind-completed': 'yes',
          'pv.kubernetes.io/bound-by-controller': 'yes',
          'volume.kubernetes.io/storage-provisioner': provisioner,
        },
      },
      spec: {
        ...claim.spec,
        storageClassName: metadata.name,
        volumeName,
        volumeMode,
      },
      status: { phase: 'Bound', accessModes, capacity },
    });
    this.world.events.record(claim, {
      component: provisioner,
      reason: 'ProvisioningSucceeded',
      message: `Successfully provisioned volume ${volumeName}`,
    });
  }

  #wait(
    claim: KubeObject,
    reason: string,
    message: string,
    warning = false,
  ): void {
    this.world.events.record(claim, {
      component: COMPONENT,
      reason,
      message,
      warning,
    });
    this.#queue.add(keyOf(claim), RETRY_MS);
  }

  #defaultClass(): string | undefined {
    return this.world.kinds.storageClasses
      .list()
      .find(each => each.metadata.annotations?.[DEFAULT_CLASS] === 'true')
      ?.metadata.name;
  }

  #hasConsumer({ metadata }: KubeObject): boolean {
    return this.world.podsByNamespace
      .of(metadata.namespace)
      .some(pod =>
        pod.spec.volumes?.some(
          (volume: any) =>
            volume.persistentVolumeClaim?.claimName === metadata.name,
        ),
      );
  }

  #release(claim: KubeObject): void {
    const { persistentVolumes } = this.world.kinds;
    const volume = persistentVolumes.get(
      undefined,
      claim.spec?.volumeName ?? '',
    );
    if (volume?.spec.claimRef?.uid !== claim.metadata.uid) return;
    if (volume.spec.persistentVolumeReclaimPolicy === 'Delete') {
      persistentVolumes.delete(volume);
    } else {
      persistentVolumes.updateStatus(volume, { phase: 'Released' });
    }
  }
}

function isPending({ status }: KubeObject): boolean {
  return (status?.phase ?? 'Pending') === 'Pending';
}
