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

import { NotFoundError } from '@backstage/errors';
import express from 'express';
import Router from 'express-promise-router';

/** Largest body that is read; the largest honest one is a stream's list of subscriptions. */
const BODY_LIMIT = '512kb';

/**
 * The API under `/api/fleet/v1`.
 */
export function createRouter(options: {
  routes: readonly express.Router[];
  openApi: () => object;
}): express.Router {
  const v1 = Router();
  v1.use(express.json({ limit: BODY_LIMIT }));
  v1.get('/openapi.json', (_, res) => {
    res.json(options.openApi());
  });
  options.routes.forEach(routes => v1.use(routes));
  v1.use(req => {
    throw new NotFoundError(`There is no ${req.method} ${req.path} in the API`);
  });
  const router = Router();
  router.use('/v1', v1);
  return router;
}
