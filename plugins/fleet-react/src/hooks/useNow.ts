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
import { useMemo, useSyncExternalStore } from 'react';
import { useWhileShown } from '../scope/PageShown';

interface Ticker {
  now: number;
  listeners: Set<() => void>;
  timer?: ReturnType<typeof setInterval>;
}

const tickers = new Map<number, Ticker>();

function tickerOf(interval: number): Ticker {
  let ticker = tickers.get(interval);
  if (!ticker) {
    ticker = { now: Date.now(), listeners: new Set() };
    tickers.set(interval, ticker);
  }
  return ticker;
}

/**
 * The time by the browser's clock, epoch milliseconds. All components with the same interval share one timer and tick together. It stands
 * still on a page that cannot be seen.
 *
 * @param intervalMs - between ticks; one second unless told
 *
 * @public
 */
export function useNow(intervalMs: number = 1000): number {
  return useTimeOf(itself, intervalMs);
}

function itself(now: number): number {
  return now;
}

/**
 * What somebody makes of the time, such as the words of an age: like {@link useNow}, but the component is drawn again only when that
 * becomes something else.
 *
 * @param read - from epoch milliseconds to a word or a number; may be a new function on every render
 * @param intervalMs - between ticks; one second unless told
 *
 * @public
 */
export function useTimeOf<T extends string | number | boolean | undefined>(
  read: (now: number) => T,
  intervalMs: number = 1000,
): T {
  const store = useMemo(() => {
    const ticker = tickerOf(intervalMs);
    const tick = () => {
      ticker.now = Date.now();
      ticker.listeners.forEach(listener => listener());
    };
    return {
      getNow: () => {
        // Nobody kept it going.
        if (!ticker.timer && Date.now() - ticker.now >= intervalMs) {
          ticker.now = Date.now();
        }
        return ticker.now;
      },
      subscribe: (listener: () => void) => {
        const own = () => listener();
        ticker.listeners.add(own);
        ticker.timer ??= setInterval(tick, intervalMs);
        return () => {
          ticker.listeners.delete(own);
          if (ticker.listeners.size === 0) {
            clearInterval(ticker.timer);
            ticker.timer = undefined;
          }
        };
      },
    };
  }, [intervalMs]);
  return useSyncExternalStore(useWhileShown(store.subscribe), () =>
    read(store.getNow()),
  );
}
