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
  ActionImplementation,
  FleetExtensionPoint,
  ResourceSource,
  SampleSeries,
  ViewImplementation,
} from '@quarterdeck/backstage-plugin-fleet-node';

/**
 * Collects what the core and the packs bring, and refuses two things of one name.
 */
export class PackRegistry implements FleetExtensionPoint {
  readonly #resources = new Map<string, ResourceSource<any>>();
  readonly #views = new Map<string, ViewImplementation>();
  readonly #actions = new Map<string, ActionImplementation>();
  readonly #series = new Map<string, SampleSeries>();

  get resources(): ResourceSource<any>[] {
    return [...this.#resources.values()];
  }

  get views(): ViewImplementation[] {
    return [...this.#views.values()];
  }

  get actions(): ActionImplementation[] {
    return [...this.#actions.values()];
  }

  get series(): SampleSeries[] {
    return [...this.#series.values()];
  }

  addResource(...sources: ResourceSource<any>[]): void {
    sources.forEach(source =>
      add(this.#resources, 'resource', source.ref.id, source),
    );
  }

  addView(...views: ViewImplementation[]): void {
    views.forEach(view => add(this.#views, 'view', view.ref.id, view));
  }

  addAction(...actions: ActionImplementation[]): void {
    actions.forEach(action =>
      add(this.#actions, 'action', action.ref.id, action),
    );
  }

  addSeries(...series: SampleSeries[]): void {
    series.forEach(each => add(this.#series, 'series', each.id, each));
  }
}

function add<T>(
  known: Map<string, T>,
  what: string,
  id: string,
  item: T,
): void {
  if (known.has(id)) {
    throw new Error(`The ${what} '${id}' is registered twice`);
  }
  known.set(id, item);
}
