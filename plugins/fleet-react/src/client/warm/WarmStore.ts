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
import { clear, createStore, delMany, get, keys, update } from 'idb-keyval';

/**
 * Where a browser keeps what it shows at the next start, one value for each viewer.
 *
 * @public
 */
export interface WarmStore {
  /** The value of a viewer. Those of all others are removed. */
  open(viewer: string): Promise<unknown>;
  /** Replaces the value by one made of the present one, in one step. */
  update(viewer: string, make: (present: unknown) => unknown): Promise<void>;
  /** Removes everything, after whatever was begun before. */
  clear(): Promise<void>;
  /** Removes everything, and has all other tabs stop keeping anything. */
  end(): Promise<void>;
  /** Calls back when another tab has ended it. */
  onEnd(listener: () => void): () => void;
}

const NAME = 'quarterdeck-fleet';
const CHANNEL = 'quarterdeck-fleet-warm-start';

function openChannel(): BroadcastChannel | undefined {
  return typeof BroadcastChannel === 'undefined'
    ? undefined
    : new BroadcastChannel(CHANNEL);
}

/** Keeps it in IndexedDB; undefined where there is none. */
export function createBrowserWarmStore(): WarmStore | undefined {
  if (typeof indexedDB === 'undefined') return undefined;
  const store = createStore(NAME, 'warm-start');
  return {
    open: async viewer => {
      const [value, viewers] = await Promise.all([
        get(viewer, store),
        keys(store),
      ]);
      const others = viewers.filter(it => it !== viewer);
      if (others.length > 0) await delMany(others, store);
      return value;
    },
    update: async (viewer, make) => update(viewer, make, store),
    clear: async () => clear(store),
    end: async () => {
      const channel = openChannel();
      channel?.postMessage('end');
      channel?.close();
      await clear(store);
    },
    onEnd: listener => {
      const channel = openChannel();
      if (channel) channel.onmessage = () => listener();
      return () => channel?.close();
    },
  };
}
