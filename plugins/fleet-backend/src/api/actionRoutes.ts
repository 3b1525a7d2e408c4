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
import { InputError, NotAllowedError } from '@backstage/errors';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  actionPreviewRequestSchema,
  actionRunRequestSchema,
  fleetAuditReadPermission,
} from '@quarterdeck/backstage-plugin-fleet-common';
import express from 'express';
import Router from 'express-promise-router';
import { z } from 'zod';
import { ActionPipeline } from '../actions/ActionPipeline';
import { AuditStore } from '../audit/AuditStore';
import { principalRef } from '../permissions/ViewerResolver';
import { parseInput } from './parseInput';

const idempotencyKeySchema = z
  .string()
  .min(8)
  .max(128)
  .regex(/^[\w.:-]+$/, 'must be letters, digits, dots, colons and dashes');

/** Query parameters of `GET /audit`. */
export const auditQuerySchema = z.object({
  limit: z.coerce.number().int().min(1).max(500).default(50),
  cursor: z.string().max(256).optional(),
  cluster: z.string().max(253).optional(),
  actor: z.string().max(512).optional(),
  action: z.string().max(128).optional(),
});

/** Actions and the log of them. */
export function createActionRoutes(options: {
  auth: AuthService;
  httpAuth: HttpAuthService;
  permissions: PermissionsService;
  pipeline: ActionPipeline;
  audit: AuditStore;
}): express.Router {
  const { auth, httpAuth, permissions, pipeline, audit } = options;
  const router = Router();

  const callerOf = async (req: express.Request) => {
    const credentials = await httpAuth.credentials(req, {
      allow: ['user', 'service'],
    });
    return {
      credentials,
      ref: principalRef(auth, credentials),
      request: req,
    };
  };

  router.get('/actions', async (req, res) => {
    await callerOf(req);
    res.json({ items: pipeline.list() });
  });

  router.post('/actions/:id/preview', async (req, res) => {
    const caller = await callerOf(req);
    const { input } = parseInput(actionPreviewRequestSchema, req.body, 'body');
    res.json(await pipeline.preview(req.params.id, input, caller));
  });

  router.post('/actions/:id', async (req, res) => {
    const caller = await callerOf(req);
    const request = parseInput(actionRunRequestSchema, req.body, 'body');
    const key = req.header('idempotency-key');
    if (key === undefined) {
      throw new InputError('The header Idempotency-Key is missing');
    }
    const idempotencyKey = parseInput(
      idempotencyKeySchema,
      key,
      'Idempotency-Key',
    );
    res.json(
      await pipeline.run(
        req.params.id,
        request,
        { idempotencyKey, channel: 'rest' },
        caller,
      ),
    );
  });

  router.get('/audit', async (req, res) => {
    const { credentials } = await callerOf(req);
    const [decision] = await permissions.authorize(
      [{ permission: fleetAuditReadPermission }],
      { credentials },
    );
    if (decision.result !== AuthorizeResult.ALLOW) {
      throw new NotAllowedError(
        `Reading the audit log needs the permission ${fleetAuditReadPermission.name}`,
      );
    }
    res.json(
      await audit.list(parseInput(auditQuerySchema, req.query, 'query')),
    );
  });

  return router;
}
