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
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { fleetAdminPermission } from '@quarterdeck/backstage-plugin-fleet-common';
import knexFactory, { Knex } from 'knex';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fleetPlugin } from '../../../plugin';

/** A fleet backend over a database file, of which is kept all that anybody gets to see. */
export class OverheardBackend {
  /** Answers, log lines and auditor events. */
  readonly told: string[] = [];
  /** Whether the caller has the permission `fleet.admin`. */
  admin = true;
  readonly auditor = mockServices.auditor.mock();
  readonly #folder = mkdtempSync(path.join(tmpdir(), 'stored-'));
  readonly knex: Knex = knexFactory({
    client: 'better-sqlite3',
    connection: path.join(this.#folder, 'fleet.sqlite'),
    useNullAsDefault: true,
  });
  #backend: Awaited<ReturnType<typeof startTestBackend>> | undefined;

  constructor() {
    this.auditor.createEvent.mockImplementation(async event => {
      this.told.push(JSON.stringify([event.eventId, event.meta]));
      return {
        success: async done => void this.told.push(JSON.stringify(done ?? {})),
        fail: async ({ error }) => void this.told.push(String(error)),
      };
    });
  }

  /** Starts with the section `fleet` of the configuration, again if it runs already. */
  async start(fleet: object): Promise<void> {
    await this.#backend?.stop();
    this.#backend = undefined;
    this.#backend = await startTestBackend({
      features: [
        fleetPlugin,
        mockServices.rootConfig.factory({ data: { fleet } as any }),
        mockServices.database.factory({ knex: this.knex }),
        this.#permissions(),
        this.#logger(),
        createServiceFactory({
          service: coreServices.auditor,
          deps: {},
          factory: () => this.auditor,
        }),
      ],
    });
  }

  async call(
    method: string,
    route: string,
    body?: object,
  ): Promise<{ status: number; body: any }> {
    const port = this.#backend!.server.port();
    const response = await fetch(
      `http://localhost:${port}/api/fleet/v1${route}`,
      {
        method,
        headers: { 'content-type': 'application/json' },
        body: body && JSON.stringify(body),
      },
    );
    const text = await response.text();
    this.told.push(text);
    return {
      status: response.status,
      body: text ? JSON.parse(text) : undefined,
    };
  }

  /** Waits until a cluster is in a state, or gone. */
  async rowOf(name: string, state: string): Promise<any> {
    const deadline = Date.now() + 20_000;
    for (;;) {
      const { body } = await this.call('GET', '/clusters');
      const row = body.items.find((each: any) => each.name === name);
      if (state === 'gone' ? !row : row?.state === state) return row;
      if (Date.now() > deadline) {
        throw new Error(`${name} is not ${state}: ${JSON.stringify(row)}`);
      }
    }
  }

  /** The files of the database, byte for byte. */
  files(): string[] {
    return readdirSync(this.#folder).map(file =>
      readFileSync(path.join(this.#folder, file), 'latin1'),
    );
  }

  async stop(): Promise<void> {
    await this.#backend?.stop();
    await this.knex.destroy();
    rmSync(this.#folder, { recursive: true });
  }

  #permissions() {
    return mockServices.permissions.mock({
      authorize: async requests =>
        requests.map(({ permission }) => ({
          result:
            permission.name === fleetAdminPermission.name && !this.admin
              ? AuthorizeResult.DENY
              : AuthorizeResult.ALLOW,
        })),
      authorizeConditional: async requests =>
        requests.map(() => ({ result: AuthorizeResult.ALLOW })),
    }).factory;
  }

  #logger() {
    const logger = mockServices.logger.mock();
    for (const level of ['error', 'warn', 'info', 'debug'] as const) {
      logger[level].mockImplementation((...said) => {
        this.told.push(
          said.map(part => `${part} ${JSON.stringify(part)}`).join(),
        );
      });
    }
    logger.child.mockReturnValue(logger);
    return createServiceFactory({
      service: coreServices.logger,
      deps: {},
      factory: () => logger,
    });
  }
}
