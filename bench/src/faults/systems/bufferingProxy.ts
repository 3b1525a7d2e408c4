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

import http from 'node:http';
import type { AddressInfo } from 'node:net';

/** A proxy that sends an answer on only when it has all of it, which a stream never is. */
export async function bufferingProxy(target: string): Promise<{
  readonly url: string;
  close(): Promise<void>;
}> {
  const { origin, pathname } = new URL(target);
  const server = http.createServer((request, response) => {
    const onward = http.request(
      `${origin}${request.url}`,
      { method: request.method, headers: request.headers },
      async answer => {
        const chunks: Buffer[] = [];
        for await (const chunk of answer) chunks.push(chunk);
        response.writeHead(answer.statusCode!, answer.headers);
        response.end(Buffer.concat(chunks));
      },
    );
    onward.on('error', () => response.destroy());
    response.on('close', () => onward.destroy());
    request.pipe(onward);
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}${pathname}`,
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
