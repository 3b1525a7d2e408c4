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

import { RequestHandler, Response } from 'express';

/**
 * Closes the connections of answers that are under way when the portal stops. Backstage's server closes only those that are idle at that
 * moment, and waits for the others; a browser keeps its own open for seconds after the answer.
 */
export class OpenResponses {
  readonly #open = new Set<Response>();

  readonly middleware: RequestHandler = (_, res, next) => {
    this.#open.add(res);
    res.once('close', () => this.#open.delete(res));
    next();
  };

  stop(): void {
    for (const res of this.#open) {
      const { socket } = res;
      if (res.headersSent) res.once('finish', () => socket?.destroySoon());
      else res.setHeader('connection', 'close');
    }
  }
}
