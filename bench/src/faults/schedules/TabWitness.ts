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
  Coverage,
  PodRow,
  podsView,
} from '@quarterdeck/backstage-plugin-fleet-common';
import type { FleetSystem } from '../systems/FleetSystem';
import { ANCHOR } from './randomChange';

interface ShownPods {
  readonly status: string;
  readonly rows: readonly PodRow[];
  readonly total: number;
  readonly summary?: { errors: number; warnings: number; progress: number };
  readonly coverage?: Coverage;
}

/** Looks at every picture that the tab shows of the pods, and remembers the first that could not be true. */
export class TabWitness {
  #wrong: string | undefined;
  #seen = 0;

  constructor(
    system: FleetSystem,
    private readonly anchors: Readonly<Record<string, number>>,
  ) {
    system.shown(podsView.id).onState(state => this.#look(state as ShownPods));
  }

  get wrong(): string | undefined {
    return this.#wrong;
  }

  /** Pictures looked at. */
  get seen(): number {
    return this.#seen;
  }

  #look(shown: ShownPods): void {
    if (shown.status !== 'ready' || !shown.coverage) return;
    this.#seen += 1;
    this.#wrong ??=
      this.#missing(shown, shown.coverage) ?? twice(shown) ?? drifted(shown);
  }

  /** A picture that says that a cluster has answered must have its pods. */
  #missing({ rows }: ShownPods, { failed }: Coverage): string | undefined {
    for (const [cluster, anchors] of Object.entries(this.anchors)) {
      if (failed.some(failure => failure.cluster === cluster)) continue;
      const shown = rows.filter(
        row => row.cluster === cluster && ANCHOR.test(row.name),
      ).length;
      if (shown < anchors) {
        return `${cluster} was shown as complete with ${shown} of ${anchors} pods that are always there`;
      }
    }
    return undefined;
  }
}

function twice({ rows }: ShownPods): string | undefined {
  const uids = new Set(rows.map(({ uid }) => uid));
  return uids.size === rows.length ? undefined : 'A pod was shown twice';
}

function drifted({ rows, total, summary }: ShownPods): string | undefined {
  if (total !== rows.length) {
    return `${rows.length} rows were shown with a total of ${total}`;
  }
  const of = (severity: string) =>
    rows.filter(row => row.severity === severity).length;
  const counted = [of('error'), of('warning'), of('progress')];
  const told = summary && [summary.errors, summary.warnings, summary.progress];
  return `${told}` === `${counted}`
    ? undefined
    : `The figures ${told} were shown with rows that give ${counted}`;
}
