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
  AuthService,
  HttpAuthService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  clusterNameSchema,
  connectionTestInputSchema,
  fleetAdminPermission,
  storedClusterChangeSchema,
  storedClusterInputSchema,
} from '@quarterdeck/backstage-plugin-fleet-common';
import express from 'express';
import Router from 'express-promise-router';
import {
  ChangeAttempt,
  StoredClusterCaller,
} from '../clusters/stored/ChangeRecorder';
import { StoredClusters } from '../clusters/stored/StoredClusters';
import { principalRef } from '../permissions/ViewerResolver';
import { parseInput } from './parseInput';

/** The clusters that administrators add in the portal. */
export function createStoredClusterRoutes(options: {
  auth: AuthService;
  httpAuth: HttpAuthService;
  permissions: PermissionsService;
  stored: StoredClusters;
}): express.Router {
  const { auth, httpAuth, permissions, stored } = options;
  const router = Router();

  router.get('/stored-clusters', async (req, res) => {
    await adminOf(req);
    res.json({ items: await stored.list() });
  });

  router.post('/stored-clusters', async (req, res) => {
    const admin = await adminOf(req, { change: 'add', name: req.body?.name });
    const input = parseInput(storedClusterInputSchema, req.body, 'body');
    res.status(201).json(await stored.add(input, admin));
  });

  router.put('/stored-clusters/:name', async (req, res) => {
    const { name } = req.params;
    const admin = await adminOf(req, { change: 'change', name });
    const change = parseInput(storedClusterChangeSchema, req.body, 'body');
    res.json(await stored.change(name, change, admin));
  });

  router.delete('/stored-clusters/:name', async (req, res) => {
    const { name } = req.params;
    const admin = await adminOf(req, { change: 'remove', name });
    await stored.remove(name, admin);
    res.status(204).end();
  });

  router.post('/clusters/test', async (req, res) => {
    const admin = await adminOf(req);
    const input = parseInput(connectionTestInputSchema, req.body, 'body');
    const gone = new AbortController();
    res.once('close', () => gone.abort(new Error('Nobody waits for it')));
    res.json(await stored.test(input, admin, gone.signal));
  });

  /** The caller, who is an administrator. Attempts of others at a change are recorded. */
  async function adminOf(
    req: express.Request,
    attempt?: { change: ChangeAttempt['change']; name: unknown },
  ): Promise<StoredClusterCaller> {
    const credentials = await httpAuth.credentials(req, {
      allow: ['user', 'service'],
    });
    const caller = { ref: principalRef(auth, credentials), request: req };
    const [{ result }] = await permissions.authorize(
      [{ permission: fleetAdminPermission }],
      { credentials },
    );
    if (result === AuthorizeResult.ALLOW) {
      return caller;
    }
    const refusal = new NotAllowedError(
      `Clusters of the portal need the permission ${fleetAdminPermission.name}`,
    );
    const name = clusterNameSchema.safeParse(attempt?.name);
    if (attempt && name.success) {
      const { change } = attempt;
      await stored.deny(
        { change, name: name.data, caller, input: {} },
        refusal,
      );
    }
    throw refusal;
  }

  return router;
}
