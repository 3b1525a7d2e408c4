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
  AuditorService,
  AuthService,
  BackstageCredentials,
  HttpAuthService,
  LoggerService,
  PermissionsService,
  RootConfigService,
} from '@backstage/backend-plugin-api';
import {
  ConflictError,
  InputError,
  NotAllowedError,
  ServiceUnavailableError,
} from '@backstage/errors';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  ClusterConnectionInput,
  ClusterRow,
  clustersResource,
  connectionTestInputSchema,
  fleetAdminPermission,
  storedClusterChangeSchema,
  storedClusterInputSchema,
} from '@quarterdeck/backstage-plugin-fleet-common';
import express from 'express';
import Router from 'express-promise-router';
import { createHash, randomUUID } from 'node:crypto';
import { AuditStore } from '../audit/AuditStore';
import { encodeAuditText } from '../audit/auditText';
import { refusedAddress } from '../clusters/stored/refusedAddress';
import { StoredClusters } from '../clusters/stored/createStoredClusters';
import { leadsElsewhere } from '../clusters/stored/StoredClusterStore';
import { testConnection } from '../clusters/stored/testConnection';
import { Inventory } from '../inventory/Inventory';
import { systemClock } from '../inventory/scheduling/Clock';
import { principalRef } from '../permissions/ViewerResolver';
import { parseInput } from './parseInput';

const TEST_TIMEOUT = 45_000;

const OFF =
  'Clusters cannot be stored, because no key to encrypt their credentials with is configured: set fleet.encryption.key.';

type ChangeKind = 'add' | 'change' | 'remove';

/** The clusters that administrators add in the portal. No answer, log or record ever holds a credential. */
export function createStoredClusterRoutes(options: {
  auth: AuthService;
  httpAuth: HttpAuthService;
  permissions: PermissionsService;
  auditor: AuditorService;
  audit: AuditStore;
  logger: LoggerService;
  config: RootConfigService;
  inventory: Inventory;
  /** Absent when no key is configured. */
  stored: StoredClusters | undefined;
}): express.Router {
  const { auth, httpAuth, permissions, auditor, audit, logger } = options;
  const { config, inventory } = options;
  const allowPrivateNetworks =
    config.getOptionalBoolean('fleet.storedClusters.allowPrivateNetworks') ??
    true;
  const router = Router();

  router.get('/stored-clusters', async (req, res) => {
    await adminOf(req);
    res.json({ items: await stored().store.list() });
  });

  router.post('/stored-clusters', async (req, res) => {
    const actor = await adminOf(req);
    const input = parseInput(storedClusterInputSchema, req.body, 'body');
    const { name, connection, credential } = input;
    await change(
      req,
      actor,
      'add',
      name,
      summaryOf(connection, credential.type),
      async () => {
        if (inventory.clusters().includes(name)) {
          throw new ConflictError(`There is a cluster '${name}' already`);
        }
        await refuse(connection);
        await stored().store.add(input, actor);
      },
    );
    res.status(204).end();
  });

  router.put('/stored-clusters/:name', async (req, res) => {
    const actor = await adminOf(req);
    const { name } = req.params;
    const input = parseInput(storedClusterChangeSchema, req.body, 'body');
    const { connection, credential } = input;
    await change(
      req,
      actor,
      'change',
      name,
      summaryOf(connection, credential?.type),
      async () => {
        await refuse(connection);
        await stored().store.change(name, input);
      },
    );
    res.status(204).end();
  });

  router.delete('/stored-clusters/:name', async (req, res) => {
    const actor = await adminOf(req);
    const { name } = req.params;
    await change(req, actor, 'remove', name, {}, () =>
      stored().store.remove(name),
    );
    res.status(204).end();
  });

  router.post('/clusters/test', async (req, res) => {
    const actor = await adminOf(req);
    const input = parseInput(connectionTestInputSchema, req.body, 'body');
    const { connection, name = 'tested' } = input;
    const event = await auditor.createEvent({
      eventId: 'stored-cluster-test',
      severityLevel: 'low',
      request: req,
      meta: { actor, cluster: name, server: connection.server },
    });
    try {
      await refuse(connection);
      const credential =
        input.credential ?? (await storedCredential(input.name, connection));
      const gone = new AbortController();
      res.once('close', () => gone.abort(new Error('Nobody waits for it')));
      const result = await testConnection({
        name,
        connection,
        credential,
        clock: systemClock,
        signal: AbortSignal.any([
          gone.signal,
          AbortSignal.timeout(TEST_TIMEOUT),
        ]),
        clusterOf: incarnation => clusterOf(incarnation, input.name),
      });
      await event.success({ meta: { passed: result.passed } });
      res.json(result);
    } catch (error) {
      await event.fail({ error: error as Error });
      throw error;
    }
  });

  async function adminOf(req: express.Request): Promise<string> {
    const credentials = await httpAuth.credentials(req, {
      allow: ['user', 'service'],
    });
    const actor = principalRef(auth, credentials);
    if (!(await isAdmin(credentials))) {
      throw new NotAllowedError(
        `Adding clusters needs the permission ${fleetAdminPermission.name}`,
      );
    }
    return actor;
  }

  async function isAdmin(credentials: BackstageCredentials): Promise<boolean> {
    const [decision] = await permissions.authorize(
      [{ permission: fleetAdminPermission }],
      { credentials },
    );
    return decision.result === AuthorizeResult.ALLOW;
  }

  function stored() {
    if (!options.stored) {
      throw new ServiceUnavailableError(OFF);
    }
    return options.stored;
  }

  async function refuse(connection: ClusterConnectionInput): Promise<void> {
    const refusal = await refusedAddress(connection, { allowPrivateNetworks });
    if (refusal) {
      throw new InputError(refusal);
    }
  }

  async function storedCredential(
    name: string | undefined,
    connection: ClusterConnectionInput,
  ) {
    if (name === undefined) {
      throw new InputError('A credential is missing');
    }
    const { cluster, credential } = await stored().store.get(name);
    if (!credential || leadsElsewhere(cluster, connection)) {
      throw new InputError(
        'Enter the credential again: the stored one is for another address, or cannot be decrypted.',
      );
    }
    return credential;
  }

  /** Writes the attempt down, makes it, and writes down how it went. */
  async function change(
    req: express.Request,
    actor: string,
    kind: ChangeKind,
    name: string,
    input: Record<string, unknown>,
    work: () => Promise<void>,
  ): Promise<void> {
    stored();
    const target = { cluster: name, kind: 'StoredCluster', name };
    const event = await auditor.createEvent({
      eventId: 'stored-cluster-change',
      severityLevel: 'high',
      request: req,
      meta: {
        queryType: kind,
        actor,
        cluster: encodeAuditText(name),
        ...input,
      },
    });
    const { id } = await audit.begin({
      action: `stored-clusters.${kind}`,
      actor,
      channel: 'rest',
      target,
      input,
      idempotencyKey: randomUUID(),
      requestHash: createHash('sha256')
        .update(JSON.stringify([kind, name, input]))
        .digest('hex'),
    });
    try {
      await work();
    } catch (error) {
      const { message } = error as Error;
      await audit.complete(id, { outcome: 'failed', message });
      await event.fail({ error: error as Error });
      throw error;
    }
    await audit.complete(id, { outcome: 'succeeded', message: DONE[kind] });
    await event.success();
    logger.info(`${actor}: ${DONE[kind]} (${name})`);
    await stored().source.refresh();
  }

  function clusterOf(
    incarnation: string,
    except: string | undefined,
  ): string | undefined {
    return inventory.clusters().find(cluster => {
      const rows = inventory.rows<ClusterRow>(clustersResource.id, cluster);
      const [row] = rows.values();
      return cluster !== except && row?.incarnation === incarnation;
    });
  }

  return router;
}

const DONE: Readonly<Record<ChangeKind, string>> = {
  add: 'A cluster was added',
  change: 'A stored cluster was changed',
  remove: 'A stored cluster was removed',
};

/** What may be written down of a connection. */
function summaryOf(
  { server, proxyUrl, namespaces }: ClusterConnectionInput,
  auth: string | undefined,
): Record<string, string | string[]> {
  return {
    server,
    ...(proxyUrl && { proxyUrl: new URL(proxyUrl).origin }),
    ...(namespaces && { namespaces }),
    ...(auth && { newCredential: auth }),
  };
}
