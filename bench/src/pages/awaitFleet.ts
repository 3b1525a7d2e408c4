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

import { PortalProcess } from 'portal-process';

const READ_TIMEOUT = 120_000;

/** Waits until the portal has read all clusters that answer, and says how many there are. One of the demo fleet is down by design. */
export async function awaitFleet(portal: PortalProcess): Promise<number> {
  const authorization = `Bearer ${await portal.signIn()}`;
  const deadline = Date.now() + READ_TIMEOUT;
  for (;;) {
    const response = await portal.fetch(
      '/api/fleet/v1/views/clusters.health?limit=500',
      { headers: { authorization } },
    );
    const { rows = [] } = await response.json();
    const settled = rows.filter(({ state }: any) => state !== 'connecting');
    if (rows.length > 0 && settled.length === rows.length) return rows.length;
    if (Date.now() > deadline) {
      throw new Error(`The portal has not read the fleet: ${portal.output}`);
    }
    await new Promise(resolve => setTimeout(resolve, 100));
  }
}
