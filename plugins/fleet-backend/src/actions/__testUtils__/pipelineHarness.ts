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

import { PermissionsService } from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  TestDatabases,
} from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { Knex } from 'knex';
import { openAudit } from '../../audit/__testUtils__/openAudit';
import { AuditStore } from '../../audit/AuditStore';
import { FleetLeases } from '../../leases/FleetLeases';
import { ActionConnection } from '../ActionConnection';
import { ActionPipeline } from '../ActionPipeline';
import { createActionPipeline } from '../createActionPipeline';
import { scaleWorkload } from '../scaleWorkload';
import { HttpConnection } from './HttpConnection';
import { ScriptedCluster } from './ScriptedCluster';

/** The pipeline with its one action, a database, one cluster `east` and permissions that a test can take away. */
export interface PipelineHarness {
  cluster: ScriptedCluster;
  pipeline: ActionPipeline;
  audit: AuditStore;
  leases: FleetLeases;
  knex: Knex;
  /** `<permission> <resource>`, either of which may be `*`. */
  denied: string[];
  /** What Backstage's auditor was told. */
  audited: string[];
  stop: () => Promise<void>;
}

/** The caller in tests. */
export const ada = {
  credentials: mockCredentials.user('user:default/ada'),
  ref: 'user:default/ada',
};

/** Starts a {@link PipelineHarness}; `stop` it. Given a connection, `east` is what it leads to. */
export async function startPipeline(
  databases: TestDatabases,
  options: { connection?: ActionConnection; timeout?: number } = {},
): Promise<PipelineHarness> {
  const knex = await databases.init('SQLITE_3');
  const cluster = new ScriptedCluster();
  const url = await cluster.start();
  const denied: string[] = [];
  const audited: string[] = [];
  const permissions: Partial<PermissionsService> = {
    authorize: async requests =>
      requests.map(({ permission, resourceRef }) => ({
        result: denied.some(rule => {
          const [name, place] = rule.split(' ');
          return permission.name === name && ['*', resourceRef].includes(place);
        })
          ? AuthorizeResult.DENY
          : AuthorizeResult.ALLOW,
      })),
  };
  const logger = mockServices.logger.mock();
  const { audit, leases } = await openAudit({
    knex,
    clock: () => 1_800_000_000_000,
  });
  const pipeline = createActionPipeline({
    actions: [scaleWorkload],
    connection: name =>
      name === 'east'
        ? (options.connection ?? new HttpConnection(name, url))
        : undefined,
    permissions: mockServices.permissions.mock(permissions),
    audit,
    auditor: mockServices.auditor.mock({
      createEvent: async ({ eventId, severityLevel, meta }) => {
        const event = `${eventId} ${severityLevel} ${meta?.queryType} ${meta?.actionType} ${meta?.target} by ${meta?.actor}`;
        audited.push(event);
        return {
          success: async () => void audited.push('success'),
          fail: async ({ error }) => void audited.push(`fail ${error.message}`),
        };
      },
    }),
    logger,
    timeout: options.timeout,
  });
  return {
    cluster,
    pipeline,
    audit,
    leases,
    knex,
    denied,
    audited,
    stop: async () => {
      await pipeline.stop();
      await cluster.stop();
      await leases.stop();
      await knex.destroy();
    },
  };
}
