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

import { Entity } from '@backstage/catalog-model';
import { fetchApiRef } from '@backstage/frontend-plugin-api';
import { mockApis, renderTestApp } from '@backstage/frontend-test-utils';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import {
  catalogApiMock,
  createTestEntityPage,
} from '@backstage/plugin-catalog-react/testUtils';
import fleetPlugin from '../..';
import { FleetTestServer } from '../../__testUtils__/FleetTestServer';

/** Renders what the fleet adds to the pages of an entity: its card and its tab, one below the other. */
export function renderEntity(
  server: FleetTestServer,
  entity: Entity,
  catalog: Parameters<typeof catalogApiMock.mock>[0] | Entity[] = [],
) {
  return renderTestApp({
    features: [fleetPlugin],
    extensions: [createTestEntityPage({ entity })],
    apis: [
      [fetchApiRef, server.fetchApi],
      [
        catalogApiRef,
        Array.isArray(catalog)
          ? catalogApiMock({ entities: [entity, ...catalog] })
          : catalogApiMock.mock(catalog),
      ],
      mockApis.identity({ userEntityRef: 'user:default/anne' }),
    ],
  });
}

/** A Component of the catalog. */
export function component(
  annotations: Record<string, string>,
  dependsOn: string[] = [],
): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name: 'cart', namespace: 'default', annotations },
    spec: { type: 'service', lifecycle: 'production', owner: 'shop' },
    relations: dependsOn.map(targetRef => ({ type: 'dependsOn', targetRef })),
  };
}

/** A Resource of the catalog that stands for a cluster, unless it is told another type. */
export function resource(
  name: string,
  options: {
    annotations?: Record<string, string>;
    namespace?: string;
    type?: string;
  } = {},
): Entity {
  const { annotations, namespace = 'default', type } = options;
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Resource',
    metadata: { name, namespace, annotations },
    spec: { type: type ?? 'kubernetes-cluster', owner: 'platform' },
  };
}
