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
import { objectAddressSchema } from '@quarterdeck/backstage-plugin-fleet-common';
import express from 'express';
import Router from 'express-promise-router';
import { z } from 'zod';
import { LiveObjectReader } from '../objects/LiveObjectReader';
import { ViewerResolver } from '../permissions/ViewerResolver';
import { parseInput } from './parseInput';

/** What the API server refuses as a segment of a path. */
const segment = z
  .string()
  .min(1)
  .max(253)
  .refine(
    text => !/[/%\\\s]/.test(text) && text !== '.' && text !== '..',
    'is not a name',
  );

/** Query parameters of `GET /clusters/{cluster}/object`. */
export const objectQuerySchema = z.object({
  resource: objectAddressSchema.shape.resource.describe(
    'Plural and group, as in deployments.apps',
  ),
  namespace: segment.optional(),
  name: segment,
});

/** One object as the API server holds it. */
export function createObjectRoutes(options: {
  httpAuth: HttpAuthService;
  resolver: ViewerResolver;
  reader: LiveObjectReader;
}): express.Router {
  const { httpAuth, resolver, reader } = options;
  const router = Router();

  router.get('/clusters/:cluster/object', async (req, res) => {
    const credentials = await httpAuth.credentials(req, {
      allow: ['user', 'service'],
    });
    const query = parseInput(objectQuerySchema, req.query, 'query');
    const viewer = await resolver.resolve(credentials);
    const address = { cluster: req.params.cluster, ...query };
    res.json(await reader.read(address, viewer));
  });

  return router;
}
