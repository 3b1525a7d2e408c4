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
  StorageApi,
  storageApiRef,
  useApiHolder,
} from '@backstage/core-plugin-api';
import { useCallback, useSyncExternalStore } from 'react';
import {
  defaultTimePreference,
  TimePreference,
  timePreferenceSchema,
} from './timePreference';

const BUCKET = 'fleet';
const KEY = 'time';

interface PreferenceStore {
  get(): TimePreference;
  set(preference: TimePreference): void;
  subscribe(listener: () => void): () => void;
}

/** One watch of the storage for however many times a page shows. */
function createStore(storage: StorageApi): PreferenceStore {
  const bucket = storage.forBucket(BUCKET);
  const listeners = new Set<() => void>();
  const parse = (value: unknown) =>
    timePreferenceSchema.safeParse(value).data ?? defaultTimePreference;
  let current = parse(bucket.snapshot(KEY).value);
  let watch: { unsubscribe(): void } | undefined;
  const change = (next: TimePreference) => {
    if (next.style === current.style && next.zone === current.zone) return;
    current = next;
    listeners.forEach(listener => listener());
  };
  return {
    get: () => current,
    set: preference => {
      change(preference);
      // Chosen for this tab even where it cannot be kept.
      bucket.set(KEY, { ...preference }).catch(() => {});
    },
    subscribe: listener => {
      listeners.add(listener);
      watch ??= bucket
        .observe$(KEY)
        .subscribe(snapshot => change(parse(snapshot.value)));
      return () => {
        listeners.delete(listener);
        if (listeners.size > 0) return;
        watch?.unsubscribe();
        watch = undefined;
      };
    },
  };
}

const stores = new WeakMap<StorageApi, PreferenceStore>();
const unkept: PreferenceStore = {
  get: () => defaultTimePreference,
  set: () => {},
  subscribe: () => () => {},
};

function storeOf(storage: StorageApi | undefined): PreferenceStore {
  if (!storage) return unkept;
  let store = stores.get(storage);
  if (!store) {
    store = createStore(storage);
    stores.set(storage, store);
  }
  return store;
}

/**
 * How the person wants times to be shown, kept by the portal's storage, and how to change it. A change reaches every time on the page at once.
 *
 * @public
 */
export function useTimePreference(): [
  TimePreference,
  (change: Partial<TimePreference>) => void,
] {
  const store = storeOf(useApiHolder().get(storageApiRef));
  const preference = useSyncExternalStore(store.subscribe, store.get);
  const set = useCallback(
    (change: Partial<TimePreference>) =>
      store.set({ ...store.get(), ...change }),
    [store],
  );
  return [preference, set];
}
