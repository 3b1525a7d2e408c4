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

import { AddressInfo, createServer, Socket } from 'node:net';
import {
  definitionOf,
  InventoryHarness,
  widget,
  WIDGETS,
} from './__testUtils__/inventoryHarness';
import { ScriptedApiServer } from './__testUtils__/ScriptedApiServer';

jest.setTimeout(60_000);

const EACH = 12;
/** Less than the time in which a connection has to be made. */
const FIRST_ATTEMPT = 4_500;

/** What a dead cluster is to a client: it takes connections and says nothing, or not even that. */
async function startBlackHole() {
  const sockets = new Set<Socket>();
  const server = createServer(socket => {
    sockets.add(socket);
    socket.on('error', () => {});
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `https://127.0.0.1:${port}`,
    get connections() {
      return sockets.size;
    },
    stop() {
      sockets.forEach(socket => socket.destroy());
      server.close();
    },
  };
}

describe('a start with half of the clusters dead', () => {
  it('completes the others before the first attempt to connect to a dead one has run out', async () => {
    const well = await ScriptedApiServer.start();
    well.objects.set(WIDGETS, [widget('a', 1), widget('b', 2)]);
    const hole = await startBlackHole();
    const dead = Array.from({ length: EACH }, (_, index) =>
      definitionOf(`a-dead-${index}`, { url: hole.url, ca: well.ca }),
    );
    const alive = Array.from({ length: EACH }, (_, index) =>
      definitionOf(`b-alive-${index}`, well),
    );
    const harness = new InventoryHarness([well], {
      definitions: [...dead, ...alive],
    });
    const began = harness.clock.now();
    const complete = () =>
      alive.every(
        ({ name }) =>
          harness.phase(name) === 'live' &&
          harness.cluster(name).state === 'healthy',
      );

    // Turns to connect are given by this clock. It stops before the first attempt runs out, and nothing but answers may be waited for then.
    while (!complete() && harness.clock.now() - began < FIRST_ATTEMPT) {
      harness.clock.step(50);
      await new Promise(resolve => setTimeout(resolve, 20));
    }
    await harness.until(complete);

    expect(harness.clock.now() - began).toBeLessThanOrEqual(FIRST_ATTEMPT);
    expect(alive.map(({ name }) => harness.rows(name))).toEqual(
      alive.map(() => ({ a: 1, b: 2 })),
    );
    expect(hole.connections).toBe(EACH);
    expect(dead.map(({ name }) => harness.cluster(name).state)).toEqual(
      dead.map(() => 'connecting'),
    );
    hole.stop();
    await harness.stop();
  });
});
