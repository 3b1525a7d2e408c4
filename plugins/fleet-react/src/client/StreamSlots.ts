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
/** Streams that one browser may hold: a browser keeps six connections to an HTTP/1.1 server and the pages need some. */
export const STREAM_SLOTS = 4;

/** A right to hold one stream, until it is released. @public */
export interface StreamSlot {
  release(): void;
}

/**
 * Shares the streams of one browser among its tabs.
 *
 * @public
 */
export interface StreamSlots {
  /** Resolves to nothing when other tabs hold them all. */
  take(): Promise<StreamSlot | undefined>;
}

const FREE_SLOT: StreamSlot = { release: () => {} };

function takeLock(
  locks: LockManager,
  name: string,
): Promise<StreamSlot | undefined> {
  return new Promise((resolve, reject) => {
    locks
      .request(name, { ifAvailable: true }, lock => {
        if (!lock) {
          resolve(undefined);
          return undefined;
        }
        return new Promise<void>(release => resolve({ release }));
      })
      .catch(reject);
  });
}

/**
 * Slots kept by the Web Locks of the browser, which frees them when a tab dies. They exist only on https and localhost; elsewhere
 * every tab has a slot.
 */
export function createStreamSlots(
  locks: LockManager | undefined = globalThis.navigator?.locks,
): StreamSlots {
  return {
    async take() {
      if (!locks) {
        return FREE_SLOT;
      }
      for (let slot = 0; slot < STREAM_SLOTS; slot++) {
        const taken = await takeLock(locks, `quarterdeck-fleet-stream-${slot}`);
        if (taken) {
          return taken;
        }
      }
      return undefined;
    },
  };
}
