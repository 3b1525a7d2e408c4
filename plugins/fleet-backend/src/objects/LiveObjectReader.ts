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
  InputError,
  NotAllowedError,
  NotFoundError,
  ServiceUnavailableError,
} from '@backstage/errors';
import {
  LiveObject,
  ObjectAddress,
} from '@quarterdeck/backstage-plugin-fleet-common';
import {
  ClusterConnection,
  ClusterRequestError,
} from '@quarterdeck/backstage-plugin-fleet-node';
import { stringify } from 'yaml';
import { epochOf } from '../inventory/resources/kubernetesTime';
import { Viewer } from '../permissions/Viewer';
import { ApiResource, ApiResources } from './ApiResources';
import { ObjectTooLargeError } from './ObjectTooLargeError';
import { redactObject } from './redaction/redactObject';

const LARGEST_OBJECT = 1024 * 1024;
const TIMEOUT_MS = 10_000;

interface KubernetesObject {
  apiVersion?: string;
  kind?: string;
  metadata?: {
    resourceVersion?: string;
    creationTimestamp?: string;
    ownerReferences?: {
      apiVersion: string;
      kind: string;
      name: string;
      controller?: boolean;
    }[];
  };
  status?: { conditions?: unknown };
}

/** Reads single objects from the API server when a person opens them. */
export class LiveObjectReader {
  readonly #connection: (cluster: string) => ClusterConnection | undefined;
  readonly #resources: ApiResources;
  readonly #now: () => number;

  constructor(options: {
    connection: (cluster: string) => ClusterConnection | undefined;
    resources?: ApiResources;
    now?: () => number;
  }) {
    this.#connection = options.connection;
    this.#now = options.now ?? Date.now;
    this.#resources = options.resources ?? new ApiResources();
  }

  /**
   * Reads one object, redacted.
   *
   * @throws NotFoundError when there is none, or the viewer may not know whether there is; InputError for an address that cannot be one;
   * ObjectTooLargeError; NotAllowedError when the cluster denies it to the backend's credential; ServiceUnavailableError when the cluster does not answer.
   */
  async read(address: ObjectAddress, viewer: Viewer): Promise<LiveObject> {
    if (!mayRead(viewer, address)) {
      throw noSuchObject(address);
    }
    const connection = this.#connection(address.cluster);
    if (!connection) {
      throw new ServiceUnavailableError(
        `Cluster '${address.cluster}' cannot be connected to`,
      );
    }
    try {
      const resource = await this.#resources.find(connection, address.resource);
      checkScope(resource, address);
      const object = await this.#get(connection, resource, address);
      return await this.#liveObject(connection, address, object);
    } catch (error) {
      throw failure(error, address);
    }
  }

  async #get(
    connection: ClusterConnection,
    resource: ApiResource,
    address: ObjectAddress,
  ): Promise<KubernetesObject> {
    try {
      const text = await connection.getText(pathOf(resource, address), {
        accept: 'application/json',
        timeout: TIMEOUT_MS,
      });
      if (Buffer.byteLength(text) > LARGEST_OBJECT) {
        throw new ObjectTooLargeError(
          `The object is larger than ${LARGEST_OBJECT} bytes (too-large)`,
        );
      }
      return JSON.parse(text);
    } catch (error) {
      if (error instanceof ClusterRequestError && error.status === 404) {
        // The resource itself may be gone or served in another version.
        this.#resources.forget(address.cluster, resource.group);
      }
      throw error;
    }
  }

  async #liveObject(
    connection: ClusterConnection,
    address: ObjectAddress,
    read: KubernetesObject,
  ): Promise<LiveObject> {
    const { object, masked } = redactObject(read);
    const { metadata } = read;
    return {
      address,
      apiVersion: read.apiVersion ?? '',
      kind: read.kind ?? '',
      yaml: stringify(object, { aliasDuplicateObjects: false, lineWidth: 0 }),
      masked,
      resourceVersion: metadata?.resourceVersion ?? '',
      ...definedCreated(metadata?.creationTimestamp),
      owners: await this.#owners(connection, address, metadata),
      conditions: conditionsOf(
        (object.status as KubernetesObject['status'])?.conditions,
      ),
      readAt: this.#now(),
    };
  }

  #owners(
    connection: ClusterConnection,
    { cluster, namespace }: ObjectAddress,
    metadata: KubernetesObject['metadata'],
  ): Promise<LiveObject['owners']> {
    return Promise.all(
      (metadata?.ownerReferences ?? []).map(async reference => {
        const { apiVersion, kind, name, controller = false } = reference;
        const served = await this.#resources
          .ofKind(connection, apiVersion, kind)
          .catch(() => undefined);
        return {
          kind,
          name,
          controller,
          ...(served && {
            address: {
              cluster,
              resource: served.group
                ? `${served.plural}.${served.group}`
                : served.plural,
              ...(served.namespaced && { namespace }),
              name,
            },
          }),
        };
      }),
    );
  }
}

/** Who may read a namespace's rows may read what is in it, and the namespace itself. */
function mayRead(viewer: Viewer, address: ObjectAddress): boolean {
  const { cluster, resource, namespace, name } = address;
  if (namespace !== undefined) {
    return viewer.namespace(cluster, namespace);
  }
  return (
    viewer.cluster(cluster) ||
    (resource === 'namespaces' && viewer.namespace(cluster, name))
  );
}

/** @throws InputError when the address does not fit what it names. */
function checkScope(
  { namespaced }: ApiResource,
  { resource, namespace }: ObjectAddress,
): void {
  if (namespaced !== (namespace !== undefined)) {
    throw new InputError(
      namespaced
        ? `'${resource}' belong to namespaces: name one`
        : `'${resource}' belong to no namespace`,
    );
  }
}

function pathOf(
  { group, version, plural }: ApiResource,
  { namespace, name }: ObjectAddress,
): string {
  return [
    group ? `/apis/${encodeURIComponent(group)}` : '/api',
    encodeURIComponent(version),
    ...(namespace === undefined
      ? []
      : ['namespaces', encodeURIComponent(namespace)]),
    encodeURIComponent(plural),
    encodeURIComponent(name),
  ].join('/');
}

function failure(error: unknown, address: ObjectAddress): unknown {
  if (!(error instanceof ClusterRequestError)) {
    return error;
  }
  if (error.status === 404) {
    return noSuchObject(address);
  }
  if (error.reason === 'forbidden') {
    return new NotAllowedError(
      `Cluster '${address.cluster}' does not let the portal's credential read this object`,
    );
  }
  return error.reason === 'too-large'
    ? new ObjectTooLargeError(error.message)
    : new ServiceUnavailableError(error.message);
}

function noSuchObject({ cluster, resource, name }: ObjectAddress) {
  return new NotFoundError(
    `There is no ${resource} '${name}' there in cluster '${cluster}'`,
  );
}

function definedCreated(time: string | undefined): { created?: number } {
  const created = epochOf(time);
  return created === undefined ? {} : { created };
}

function conditionsOf(conditions: unknown): LiveObject['conditions'] {
  if (!Array.isArray(conditions)) {
    return [];
  }
  return conditions
    .filter(condition => condition && typeof condition.type === 'string')
    .map(({ type, status, reason, message, ...times }) => {
      const since = epochOf(times.lastTransitionTime ?? times.lastUpdateTime);
      return {
        type,
        status: String(status ?? 'Unknown'),
        ...(typeof reason === 'string' && { reason }),
        ...(typeof message === 'string' && { message }),
        ...(since !== undefined && { since }),
      };
    });
}
