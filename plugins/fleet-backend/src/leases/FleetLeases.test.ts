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

import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import {
  LeaseHarness,
  longTimes,
  openLeases,
  until,
} from './__testUtils__/leaseHarness';
import { FleetLeases } from './FleetLeases';
import { instanceLeaseName } from './InstanceLease';
import { Lease, LeaseTimes } from './Lease';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });

/** Work that says when it began and ended, and ends when it is told to. */
function recorder(log: string[], who: string) {
  return {
    name: 'sweep',
    async run(lease: Lease) {
      log.push(`${who} ${lease.token}`);
      await new Promise<void>(resolve =>
        lease.signal.addEventListener('abort', () => resolve()),
      );
      log.push(`${who} ends`);
    },
  };
}

describe.each(databases.eachSupportedId())('FleetLeases on %s', databaseId => {
  let harness: LeaseHarness;
  let log: string[];
  const logger = mockServices.logger.mock();

  beforeEach(async () => {
    harness = await openLeases(await databases.init(databaseId));
    log = [];
    jest.clearAllMocks();
  });

  afterEach(() => harness.knex.destroy());

  const start = async (times: LeaseTimes = longTimes) => {
    const leases = new FleetLeases({ database: harness.knex, logger, times });
    leases.start();
    await leases.instance.ensure();
    return leases;
  };
  const alive = async (leases: FleetLeases) =>
    (await harness.store.held([instanceLeaseName(leases.instance.id)])).size;

  it('let one of two processes work, and the other when the first stops', async () => {
    const ada = await start();
    const bo = await start();
    ada.hold(recorder(log, 'ada'));
    await until(() => log.length === 1, 'the first works');
    bo.hold(recorder(log, 'bo'));
    await expect(alive(ada)).resolves.toBe(1);
    expect(log).toEqual(['ada 1']);

    await ada.stop();
    await expect(alive(ada)).resolves.toBe(0);
    await until(() => log.length === 3, 'the other works');
    expect(log).toEqual(['ada 1', 'ada ends', 'bo 2']);
    await bo.stop();
    expect(log.slice(3)).toEqual(['bo ends']);
    await expect(alive(bo)).resolves.toBe(0);
  });

  it('run work again that failed or ended', async () => {
    const leases = await start();
    const tokens: number[] = [];
    leases.hold({
      name: 'sweep',
      async run(lease) {
        tokens.push(lease.token);
        if (lease.token === 1) throw new Error('canary');
      },
    });
    await until(() => tokens.length >= 3, 'it runs three times');
    await leases.stop();
    expect(tokens.slice(0, 3)).toEqual([1, 2, 3]);
    expect(logger.error.mock.calls).toEqual([
      ["The work under 'sweep' failed", expect.any(Error)],
    ]);
  });

  it('do not give a lease back while its work still ends', async () => {
    const leases = await start();
    let finish = () => {};
    leases.hold({
      name: 'sweep',
      run: lease =>
        new Promise(resolve => {
          finish = resolve;
          log.push('begins');
          lease.signal.addEventListener('abort', () => log.push('told'));
        }),
    });
    await until(() => log.length === 1, 'it works');
    const stopped = leases.stop();
    await until(() => log.length === 2, 'it is told');
    await expect(harness.store.current('sweep')).resolves.toMatchObject({
      holder: leases.instance.id,
    });
    finish();
    await stopped;
    await expect(harness.store.current('sweep')).resolves.toMatchObject({
      holder: undefined,
    });
  });

  it('give up waiting for work that does not end, and let its lease end by itself', async () => {
    const leases = await start();
    leases.hold({
      name: 'sweep',
      run: () => {
        log.push('begins');
        return new Promise(() => {});
      },
    });
    await until(() => log.length === 1, 'it works');
    await leases.stop();
    await expect(harness.store.current('sweep')).resolves.toMatchObject({
      holder: leases.instance.id,
    });
  });

  it('take nothing before they are started', async () => {
    const leases = new FleetLeases({
      database: harness.knex,
      logger,
      times: longTimes,
    });
    leases.hold(recorder(log, 'ada'));
    await leases.stop();
    await expect(harness.knex('leases')).resolves.toEqual([]);
    expect(log).toEqual([]);
  });

  it('keep one work for a lease', async () => {
    const leases = await start();
    leases.hold(recorder(log, 'ada'));
    expect(() => leases.hold(recorder(log, 'ada'))).toThrow(
      "The lease 'sweep' is for one work only",
    );
    await leases.stop();
  });

  it('say again that a process lives, as soon as somebody asks, when the lease was lost', async () => {
    const leases = await start({
      duration: 300,
      margin: 200,
      retry: 600_000,
    });
    await harness.knex.schema.renameTable('leases', 'elsewhere');
    await until(
      () =>
        logger.warn.mock.calls.some(([message]) =>
          message.startsWith('The lease of this process is lost'),
        ),
      'the loss is noticed',
    );
    await expect(leases.instance.ensure()).rejects.toMatchObject({
      message: expect.stringContaining('leases'),
    });

    await harness.knex.schema.renameTable('elsewhere', 'leases');
    await leases.instance.ensure();
    const state = await harness.store.current(
      instanceLeaseName(leases.instance.id),
    );
    expect(state?.token).toBeGreaterThan(1);
    await leases.stop();
    await expect(leases.instance.ensure()).rejects.toMatchObject({
      name: 'ServiceUnavailableError',
    });
  });
});
