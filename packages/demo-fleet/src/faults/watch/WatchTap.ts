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

import type { ResponseSink } from '../../api/ApiExchange';
import type { FaultSubject } from '../matchesRequest';
import type { Sample } from './faultyLine';
import type { FilteredWatch, WatchFilter } from './watchFilter';

interface Installed {
  id: string;
  filter: WatchFilter;
}

/**
 * Stands between a watch and its reader, so that rules can change what the
 * reader gets. Without rules it passes on what comes.
 */
export class WatchTap implements ResponseSink {
  readonly #sink: ResponseSink;
  #installed: Installed[] = [];
  #mute = false;
  #ended = false;

  constructor(
    sink: ResponseSink,
    readonly subject: FaultSubject,
    private readonly sample: () => Sample,
  ) {
    this.#sink = sink;
  }

  get backlog(): number {
    return this.#installed.reduce(
      (sum, { filter }) => sum + filter.held,
      this.#sink.backlog,
    );
  }

  write(bytes: Buffer | string): boolean {
    if (this.#installed.length === 0 && !this.#mute) {
      return this.#sink.write(bytes);
    }
    this.#send(0, Buffer.from(bytes));
    return true;
  }

  end(): void {
    this.#ended = true;
    this.#sink.end();
  }

  onClose(listener: () => void): void {
    this.#sink.onClose(listener);
  }

  install(id: string, make: (watch: FilteredWatch) => WatchFilter): void {
    const filter = make({
      pass: line => this.#send(this.#positionOf(id) + 1, line),
      end: () => this.end(),
      mute: () => {
        this.#mute = true;
      },
      sample: this.sample,
    });
    this.#installed.push({ id, filter });
    filter.begin();
  }

  remove(id: string): void {
    const position = this.#positionOf(id);
    if (position < 0) return;
    // It passes on what it holds from its place, and only then is gone.
    this.#installed[position].filter.release();
    this.#installed = this.#installed.filter(each => each.id !== id);
  }

  #positionOf(id: string): number {
    return this.#installed.findIndex(each => each.id === id);
  }

  #send(position: number, line: Buffer): void {
    if (this.#mute || this.#ended) return;
    const next = this.#installed[position];
    if (next) next.filter.line(line);
    else this.#sink.write(line);
  }
}
