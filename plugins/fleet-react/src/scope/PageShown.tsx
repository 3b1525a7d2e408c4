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
import { createContext, ReactNode, useContext } from 'react';

const PageShownContext = createContext(true);

/**
 * Says whether what is below it can be seen: pages that were left are kept for those who come back, without doing anything meanwhile.
 *
 * @public
 */
export function PageShown(props: { shown: boolean; children: ReactNode }) {
  const { shown, children } = props;
  return (
    <PageShownContext.Provider value={shown}>
      {children}
    </PageShownContext.Provider>
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
  return useContext(PageShownContext);
}
