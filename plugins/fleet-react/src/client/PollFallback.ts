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
import { ViewAnswer } from '@quarterdeck/backstage-plugin-fleet-common';
import { jittered } from './connectionPolicy';
import { TimeSource } from './TimeSource';
import { TrackedView } from './TrackedView';

export const POLL_INTERVAL_MS = 10_000;

/** What the {@link PollFallback} needs. */
export interface PollFallbackOptions {
  time: TimeSource;
  read(view: TrackedView, signal: AbortSignal): Promise<ViewAnswer>;
  onAnswer(view: TrackedView, answer: ViewAnswer): void;
  onFailure(view: TrackedView, error: Error): void;
}

interface Polled {
  controller: AbortController;
  cancelNext?: () => void;
}

/** Asks views again and again by REST while the stream cannot carry them. */
export class PollFallback {
  readonly #options: PollFallbackOptions;
  readonly #polled = new Map<TrackedView, Polled>();

  constructor(options: PollFallbackOptions) {
    this.#options = options;
  }

  /** Polls exactly these from now on; new ones are read at once. */
  cover(views: Iterable<TrackedView>): void {
    const wanted = new Set(views);
    this.#polled.forEach(({ controller, cancelNext }, view) => {
      if (!wanted.has(view)) {
        cancelNext?.();
        controller.abort();
        this.#polled.delete(view);
      }
    });
    wanted.forEach(view => {
      if (!this.#polled.has(view)) {
        const polled = { controller: new AbortController() };
        this.#polled.set(view, polled);
        this.#read(view, polled);
      }
    });
  }

  /** Reads one view now, and goes on from here if it is polled. */
  async readNow(view: TrackedView): Promise<void> {
    const polled = this.#polled.get(view) ?? {
      controller: new AbortController(),
    };
    polled.cancelNext?.();
    await this.#read(view, polled);
  }

  async #read(view: TrackedView, polled: Polled): Promise<void> {
    const { signal } = polled.controller;
    try {
      const answer = await this.#options.read(view, signal);
      if (!signal.aborted) {
        this.#options.onAnswer(view, answer);
      }
    } catch (error) {
      if (!signal.aborted) {
        this.#options.onFailure(view, error as Error);
      }
    }
    if (this.#polled.get(view) === polled) {
      const { time } = this.#options;
      polled.cancelNext?.();
      polled.cancelNext = time.after(
        jittered(POLL_INTERVAL_MS, time.random()),
        () => this.#read(view, polled),
      );
    }
  }
}
