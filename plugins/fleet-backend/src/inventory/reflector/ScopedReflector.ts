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

import { ReadScope } from '../../clusters/access/ReadScope';
import { LinkedAbort } from '../scheduling/LinkedAbort';
import { RowTable } from '../store/RowTable';
import { NamedNamespaces } from './NamedNamespaces';
import { NamespacedReflector } from './NamespacedReflector';
import { Reflector } from './Reflector';
import { Keeper, ReflectorContext } from './ReflectorContext';

export interface ScopedReflectorOptions {
  readonly context: ReflectorContext;
  readonly table: RowTable;
  readonly scope: ReadScope;
}

/** Keeps the rows of a namespaced kind over all namespaces or, where the credential reads only some, of these; and begins anew when that changes. */
export class ScopedReflector implements Keeper {
  readonly #options: ScopedReflectorOptions;
  #keeper: Keeper | undefined;

  constructor(options: ScopedReflectorOptions) {
    this.#options = options;
  }

  async run(signal: AbortSignal): Promise<void> {
    const { scope, table, context } = this.#options;
    while (!signal.aborted) {
      const within = new LinkedAbort(signal);
      const unsubscribe = scope.onChange(() => {
        within.abort(new Error('Other namespaces are read now'));
      });
      this.#keeper = this.#createKeeper();
      await this.#keeper.run(within.signal);
      unsubscribe();
      within.dispose();
      if (!signal.aborted) {
        table.clear();
        table.flush();
        context.state.forget('syncing');
      }
    }
  }

  startOver(): void {
    this.#keeper?.startOver();
  }

  #createKeeper(): Keeper {
    const { context, table, scope } = this.#options;
    const { source } = context;
    if (!scope.namespaces) {
      return new Reflector({ ...context, narrow: () => scope.narrow() });
    }
    return source.group === '' && source.plural === 'namespaces'
      ? new NamedNamespaces(context, scope.namespaces)
      : new NamespacedReflector(context, table, scope.namespaces);
  }
}
