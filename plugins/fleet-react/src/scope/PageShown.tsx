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
  createContext,
  ReactNode,
  useContext,
  useLayoutEffect,
  useMemo,
  useState,
  useSyncExternalStore,
} from 'react';

type Subscribe = (listener: () => void) => () => void;

/** Told to those who ask, so that a page of many cards is not drawn anew whenever it is left and come back to. */
class Visibility {
  readonly #listeners = new Set<() => void>();
  #shown: boolean;

  constructor(shown: boolean) {
    this.#shown = shown;
  }

  readonly isShown = () => this.#shown;

  readonly onChange: Subscribe = listener => {
    const own = () => listener();
    this.#listeners.add(own);
    return () => this.#listeners.delete(own);
  };

  set(shown: boolean): void {
    if (this.#shown === shown) return;
    this.#shown = shown;
    this.#listeners.forEach(listener => listener());
  }
}

const VisibilityContext = createContext(new Visibility(true));

/**
 * Says whether what is below it can be seen: pages that were left are kept for those who come back, without doing anything meanwhile.
 *
 * @public
 */
export function PageShown(props: { shown: boolean; children: ReactNode }) {
  const { shown, children } = props;
  const [visibility] = useState(() => new Visibility(shown));
  useLayoutEffect(() => visibility.set(shown), [visibility, shown]);
  return (
    <VisibilityContext.Provider value={visibility}>
      {children}
    </VisibilityContext.Provider>
  );
}

/**
 * False on a page that was left and is kept. Whatever listens to keys, asks by a timer or changes what belongs to the whole tab must not
 * do so then; {@link useView} and {@link useNow} see to it themselves.
 *
 * @example
 * ```tsx
 * const shown = usePageShown();
 * useEffect(() => (shown ? listenToKeys() : undefined), [shown]);
 * ```
 *
 * @public
 */
export function usePageShown(): boolean {
  const { isShown, onChange } = useContext(VisibilityContext);
  return useSyncExternalStore(onChange, isShown);
}

/** Subscribes only while the page can be seen, and looks again when it is come back to. */
export function useWhileShown(subscribe: Subscribe): Subscribe {
  const { isShown, onChange } = useContext(VisibilityContext);
  return useMemo(
    () => listener => {
      let leave = isShown() ? subscribe(listener) : undefined;
      const stop = onChange(() => {
        leave?.();
        leave = isShown() ? subscribe(listener) : undefined;
        if (leave) listener();
      });
      return () => {
        stop();
        leave?.();
      };
    },
    [isShown, onChange, subscribe],
  );
}
