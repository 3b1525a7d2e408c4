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
  HttpAuthService,
  LifecycleService,
} from '@backstage/backend-plugin-api';
import { streamRequestSchema } from '@quarterdeck/backstage-plugin-fleet-common';
import express from 'express';
import Router from 'express-promise-router';
import { z } from 'zod';
import { ViewerResolver } from '../permissions/ViewerResolver';
import { StreamHub } from '../stream/StreamHub';
import { ViewEngine } from '../views/ViewEngine';
import { parseInput } from './parseInput';
import { viewQueryFromUrl } from './viewQueryParameters';

/** Views, once and as a stream. */
export function createViewRoutes(options: {
  httpAuth: HttpAuthService;
  resolver: ViewerResolver;
  engine: ViewEngine;
  hub: StreamHub;
  lifecycle?: LifecycleService;
}): express.Router {
  const { httpAuth, resolver, engine, hub } = options;
  const router = Router();

  router.get('/views', async (req, res) => {
    await httpAuth.credentials(req, { allow: ['user', 'service'] });
    res.json({
      items: engine.views.map(({ ref, kind, visibility }) => ({
        id: ref.id,
        title: ref.title,
        kind,
        visibility,
        sorts: ref.sorts,
        params: z.toJSONSchema(ref.params, {
          io: 'input',
          unrepresentable: 'any',
        }),
      })),
    });
  });

  router.get('/views/:id', async (req, res) => {
    const credentials = await httpAuth.credentials(req, {
      allow: ['user', 'service'],
    });
    const query = viewQueryFromUrl(req.params.id, req.query);
    const viewer = await resolver.resolve(credentials);
    res.json(await engine.read(query, viewer));
  });

  router.post('/stream', async (req, res) => {
    const credentials = await httpAuth.credentials(req, {
      allow: ['user', 'service'],
    });
    const request = parseInput(streamRequestSchema, req.body, 'body');
    await hub.open({
      credentials,
      expiresAt: credentials.expiresAt,
      request: {
        ...request,
        lastEventId: request.lastEventId ?? req.header('last-event-id'),
      },
      response: res,
    });
  });

  router.put('/stream/:id/subscriptions', async (req, res) => {
    const credentials = await httpAuth.credentials(req, {
      allow: ['user', 'service'],
    });
    await hub.change({
      streamId: req.params.id,
      credentials,
      request: parseInput(streamRequestSchema, req.body, 'body'),
    });
    res.status(204).end();
  });

  return router;
}
