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
  useMemo,
  useRef,
  useState,
} from 'react';
import { CardSearch, CardSearchContext } from './CardSearch';

/** What the frame of a card knows of the content that is mounted in it. */
export interface CardContents {
  /** Whether there are rows to search. */
  searchable: boolean;
  searching: boolean;
  setSearching(searching: boolean): void;
  text: string;
  setText(text: string): void;
  /** How many rows a search in the browser has found; undefined when there is none. */
  found?: number;
  /** The rows that are searched in the browser, as they are shown; undefined when there are none. */
  shownRows(): readonly object[] | undefined;
}

const CardContentsContext = createContext<CardContents | undefined>(undefined);

/** For the frame of the card only. */
export function useCardContents(): CardContents {
  const contents = useContext(CardContentsContext);
  if (!contents) throw new Error('Outside of a card');
  return contents;
}

/** Joins a card's frame to its content, which is anywhere below it. Within another shell it is that one. */
export function CardShell(props: { children: ReactNode }) {
  const outer = useContext(CardContentsContext);
  return outer ? (
    <>{props.children}</>
  ) : (
    <OuterCardShell>{props.children}</OuterCardShell>
  );
}

function countOf(rows: ReadonlyMap<object, readonly object[]>) {
  if (rows.size === 0) return undefined;
  return [...rows.values()].reduce((sum, { length }) => sum + length, 0);
}

function OuterCardShell(props: { children: ReactNode }) {
  const [text, setText] = useState('');
  const [searching, setSearching] = useState(false);
  const [offers, setOffers] = useState(0);
  const [found, setFound] = useState<number>();
  const shown = useRef(new Map<object, readonly object[]>());

  const actions = useMemo<Omit<CardSearch, 'text'>>(
    () => ({
      offer: content => {
        setOffers(before => before + 1);
        return () => {
          setOffers(before => before - 1);
          if (shown.current.delete(content)) setFound(countOf(shown.current));
        };
      },
      report: (content, rows) => {
        shown.current.set(content, rows);
        setFound(countOf(shown.current));
      },
      clear: () => {
        setText('');
        setSearching(false);
      },
    }),
    [],
  );
  const search = useMemo(() => ({ ...actions, text }), [actions, text]);
  const contents = useMemo<CardContents>(
    () => ({
      searchable: offers > 0,
      searching,
      setSearching,
      text,
      setText,
      found: text === '' ? undefined : found,
      shownRows: () =>
        shown.current.size === 0
          ? undefined
          : [...shown.current.values()].flat(),
    }),
    [offers, searching, text, found],
  );
  return (
    <CardContentsContext.Provider value={contents}>
      <CardSearchContext.Provider value={search}>
        {props.children}
      </CardSearchContext.Provider>
    </CardContentsContext.Provider>
  );
}
