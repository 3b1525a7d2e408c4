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

import { HttpAuthService } from '@backstage/backend-plugin-api';
import { InputError, NotFoundError } from '@backstage/errors';
import {
  namespaceNameSchema,
  rbacManifestOptionsSchema,
} from '@quarterdeck/backstage-plugin-fleet-common';
import express from 'express';
import Router from 'express-promise-router';
import { z } from 'zod';
import { ClusterAccessReader } from '../clusters/access/ClusterAccessReader';
import { ViewerResolver } from '../permissions/ViewerResolver';
import { FleetAccess } from '../rbac/fleetAccess';
import { rbacManifest } from '../rbac/rbacManifest';
import { parseInput } from './parseInput';

const list = z.string().transform(text => text.split(',').filter(Boolean));
const flag = z.enum(['true', 'false']).transform(text => text === 'true');

/** Query parameters of `GET /clusters/{cluster}/access`. */
export const clusterAccessQuerySchema = z.object({
  namespace: namespaceNameSchema
    .optional()
    .describe('Asks for this namespace instead of for all'),
});

/** Query parameters of `GET /rbac-manifest`. Lists are joined by commas. */
export const rbacManifestQuerySchema = z.object({
  serviceAccount: z.string().optional(),
  serviceAccountNamespace: z.string().optional(),
  namespaces: list
    .optional()
    .describe('Grants in these namespaces only, joined by commas'),
  secretsMetadata: flag.optional(),
  serviceProxy: flag.optional(),
  actions: list.optional().describe('Ids of actions, joined by commas'),
});

/** What the backend's credentials may do, and a manifest that grants what they need. */
export function createClusterAccessRoutes(options: {
  httpAuth: HttpAuthService;
  resolver: ViewerResolver;
  reader: ClusterAccessReader;
  access: readonly FleetAccess[];
}): express.Router {
  const { httpAuth, resolver, reader, access } = options;
  const router = Router();

  router.get('/clusters/:cluster/access', async (req, res) => {
    const credentials = await httpAuth.credentials(req, {
      allow: ['user', 'service'],
    });
    const { cluster } = req.params;
    const viewer = await resolver.resolve(credentials);
    if (!viewer.cluster(cluster)) {
      throw new NotFoundError(`There is no cluster '${cluster}'`);
    }
    const { namespace } = parseInput(
      clusterAccessQuerySchema,
      req.query,
      'query',
    );
    res.json(await reader.read(cluster, namespace));
  });

  router.get('/rbac-manifest', async (req, res) => {
    await httpAuth.credentials(req, { allow: ['user', 'service'] });
    const wanted = parseInput(
      rbacManifestOptionsSchema,
      parseInput(rbacManifestQuerySchema, req.query, 'query'),
      'query',
    );
    const known = new Set<string>(access.map(({ part }) => part));
    const unknown = wanted.actions.find(id => !known.has(`action:${id}`));
    if (unknown !== undefined) {
      throw new InputError(
        `Wrong query: there is no action '${unknown}' that needs rights in a cluster`,
      );
    }
    res.type('text/yaml').send(rbacManifest(access, wanted));
  });

  return router;
}
