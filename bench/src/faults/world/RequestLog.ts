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

import type { DemoCluster, SeenRequest } from '@quarterdeck/demo-fleet';

/** What an API server was asked, from a moment on. */
export class RequestLog {
  readonly #seen: SeenRequest[] = [];
  readonly #unsubscribe: () => void;

  constructor(cluster: DemoCluster) {
    this.#unsubscribe = cluster.requests.onRequest(request =>
      this.#seen.push(request),
    );
  }

  /** Requests of a verb for a resource, such as `list` and `pods`, in their order. */
  of(verb: string, resource: string): readonly SeenRequest[] {
    return this.#seen.filter(
      request => request.verb === verb && request.resource === resource,
    );
  }

  /** Lists of a resource that begin, so not their later pages. */
  lists(resource: string): readonly SeenRequest[] {
    return this.of('list', resource).filter(
      ({ target }) => !target.includes('continue='),
    );
  }

  watches(resource: string): readonly SeenRequest[] {
    return this.of('watch', resource);
  }

  /** All requests, whatever they were for. */
  get total(): number {
    return this.#seen.length;
  }

  forget(): void {
    this.#seen.length = 0;
  }

  close(): void {
    this.#unsubscribe();
  }
}

/** Milliseconds between one request and the next. */
export function gapsOf(requests: readonly SeenRequest[]): number[] {
  return requests.slice(1).map(({ at }, index) => at - requests[index].at);
}
