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

import { mockCredentials } from '@backstage/backend-test-utils';
import { podsView } from '@quarterdeck/backstage-plugin-fleet-common';
import { ClientRequest, request } from 'node:http';

const MOST_ROWS = 500;

/** Opens a stream of the pods and reads nothing of it; destroy the answer to let go. */
export function openAndNeverRead(url: string): Promise<ClientRequest> {
  return new Promise((resolve, reject) => {
    const call = request(
      `${url}/v1/stream`,
      {
        method: 'POST',
        agent: false,
        headers: {
          'content-type': 'application/json',
          authorization: mockCredentials.user.header(),
        },
      },
      response => {
        response.pause();
        response.on('error', () => {});
        resolve(call);
      },
    );
    call.on('error', reject);
    call.end(
      JSON.stringify({
        subscriptions: [
          { id: 'pods', view: podsView.id, window: { limit: MOST_ROWS } },
        ],
      }),
    );
  });
}
