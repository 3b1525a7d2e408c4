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
import { LoggerService } from '@backstage/backend-plugin-api';
import {
  ResourceRef,
  ResourceRow,
} from '@quarterdeck/backstage-plugin-fleet-common';
import { ClusterConnection } from '../clusters/ClusterConnection';
import { RequiredAccess } from '../clusters/RequiredAccess';

/**
 * What a projection may know beside the object.
 *
 * @public
 */
export interface ProjectionContext {
  readonly cluster: string;
  /** Answers with one shared copy of an equal string. Use it for texts that many rows repeat, never for unique ones. */
  readonly intern: (text: string) => string;
}

/**
 * A resource kept by list and watch of one Kubernetes kind.
 *
 * @remarks
 *
 * Only `fields` of each object are read from the wire; everything else is skipped without being parsed, so `project` sees an object that has
 * these fields alone. A field is a path of names joined by dots, going through arrays by itself (`spec.containers.image`); a path to an object keeps
 * all of it. A name that holds dots is written in brackets: `metadata.annotations[backstage.io/owner]`. `metadata.uid`, `metadata.name`,
 * `metadata.namespace` and `metadata.resourceVersion` are always there.
 *
 * @public
 */
export interface WatchedResource<
  TRow extends ResourceRow = ResourceRow,
  TObject extends object = any,
> {
  readonly source: 'watch';
  readonly ref: ResourceRef<TRow>;
  /** API group, the empty string for the core group. */
  readonly group: string;
  readonly version: string;
  readonly plural: string;
  /** `always` from the start for every cluster, or `while-viewed` and a while after. */
  readonly keep: 'always' | 'while-viewed';
  /** Asks the server for metadata alone (PartialObjectMetadata), so that contents such as a Secret's never leave it. */
  readonly metadataOnly?: boolean;
  readonly labelSelector?: string;
  readonly fields: readonly string[];
  /** Pure. Answers undefined for an object that is not wanted as a row. */
  readonly project: (
    object: TObject,
    context: ProjectionContext,
  ) => TRow | undefined;
}

/**
 * What a poll may use.
 *
 * @public
 */
export interface PollContext {
  readonly connection: ClusterConnection;
  /** The only namespaces that the credential reads, where it does not read all. */
  readonly namespaces?: readonly string[];
  readonly signal: AbortSignal;
  readonly logger: LoggerService;
  readonly intern: (text: string) => string;
}

/**
 * A resource that has no watch: polled once for everybody, for one cluster at a time.
 *
 * @public
 */
export interface PolledResource<TRow extends ResourceRow = ResourceRow> {
  readonly source: 'poll';
  readonly ref: ResourceRef<TRow>;
  /** Milliseconds between the ends of two polls; at least 1000. */
  readonly interval: number;
  /** Milliseconds after which a poll is given up. */
  readonly timeout: number;
  readonly keep: 'always' | 'while-viewed';
  /** What the backend's credential must be allowed to read for it. */
  readonly rbac?: readonly RequiredAccess[];
  /** Answers with all rows of the cluster. Throws to say that it could not; the rows before are kept and shown with their age. */
  readonly poll: (context: PollContext) => Promise<TRow[]>;
}

/** Where the rows of a resource come from. @public */
export type ResourceSource<TRow extends ResourceRow = ResourceRow> =
  WatchedResource<TRow> | PolledResource<TRow>;

/**
 * Declares the Kubernetes kind that a resource is watched from.
 *
 * @example
 * ```ts
 * watchedResource(certificatesResource, {
 *   group: 'cert-manager.io', version: 'v1', plural: 'certificates', keep: 'while-viewed',
 *   fields: ['status.notAfter', 'status.conditions'],
 *   project: (certificate: V1Certificate, { cluster }) => ({ ... }),
 * });
 * ```
 *
 * @public
 */
export function watchedResource<
  TRow extends ResourceRow,
  TObject extends object,
>(
  ref: ResourceRef<TRow>,
  options: Omit<WatchedResource<TRow, TObject>, 'ref' | 'source'>,
): WatchedResource<TRow, TObject> {
  return { source: 'watch', ref, ...options };
}

/**
 * Declares how a resource is polled.
 *
 * @throws TypeError when the interval is under a second.
 *
 * @public
 */
export function polledResource<TRow extends ResourceRow>(
  ref: ResourceRef<TRow>,
  options: Omit<PolledResource<TRow>, 'ref' | 'source'>,
): PolledResource<TRow> {
  if (options.interval < 1000) {
    throw new TypeError(
      `Resource '${ref.id}' must not be polled more often than once a second`,
    );
  }
  return { source: 'poll', ref, ...options };
}
