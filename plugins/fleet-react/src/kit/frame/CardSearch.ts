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

import { createContext, useContext } from 'react';

/**
 * What a person looks for within a card.
 *
 * @public
 */
export interface CardSearch {
  /** Empty while nothing is looked for. */
  readonly text: string;
  /**
   * Tells the frame that the content has rows to search, so that it offers to; until the returned function is called. Content that
   * searches in the browser reports the rows that it shows, content whose view is searched by the server reports none.
   */
  offer(content: object): () => void;
  report(content: object, rows: readonly object[]): void;
  clear(): void;
}

/**
 * The search of the surrounding card.
 *
 * @public
 */
export const CardSearchContext = createContext<CardSearch | undefined>(
  undefined,
);

/**
 * The search of the surrounding card; undefined outside of cards.
 *
 * @example
 * ```tsx
 * const text = useCardSearch()?.text ?? '';
 * ```
 *
 * @public
 */
export function useCardSearch(): CardSearch | undefined {
  return useContext(CardSearchContext);
}
