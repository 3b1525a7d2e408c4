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

import { RowTable } from '../store/RowTable';
import { NamespacedRows } from './NamespacedRows';
import { NamespacedState } from './NamespacedState';
import { Keeper, ReflectorContext } from './ReflectorContext';
import { Reflector } from './Reflector';

/**
 * Namespaces that are watched each. Every watch is a stream, an API server allows 100 streams on a connection, and there are as many watches as kinds
 * times namespaces; with more namespaces these are listed again and again instead.
 */
const MOST_WATCHED = 6;
const LIST_EVERY = 60_000;

/** Whether rows of so many namespaces are as old as their last list, and not as the last byte of a watch. */
export function isListed(namespaces: readonly string[] | undefined): boolean {
  return (namespaces?.length ?? 0) > MOST_WATCHED;
}

/** Keeps the rows of one kind by a list and a watch for each of some namespaces. */
export class NamespacedReflector implements Keeper {
  readonly #reflectors: readonly Reflector[];

  constructor(
    context: ReflectorContext,
    table: RowTable,
    namespaces: readonly string[],
  ) {
    const states = new NamespacedState(context.state);
    this.#reflectors = namespaces.map(
      namespace =>
        new Reflector({
          ...context,
          namespace,
          listEvery: isListed(namespaces) ? LIST_EVERY : undefined,
          table: new NamespacedRows(table, namespace),
          state: states.of(namespace),
        }),
    );
  }

  async run(signal: AbortSignal): Promise<void> {
    await Promise.all(this.#reflectors.map(each => each.run(signal)));
  }

  startOver(): void {
    this.#reflectors.forEach(each => each.startOver());
  }
}
