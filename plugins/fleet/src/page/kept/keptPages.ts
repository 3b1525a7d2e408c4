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
import { Location } from 'react-router-dom';

/** Pages that stay as they are when they are left; the one that was not looked at for longest goes first. */
export const MOST_KEPT = 8;

/** A page as it was last looked at. */
export interface KeptPage {
  readonly pathname: string;
  readonly location: Location;
  /** Grows from visit to visit. */
  readonly visit: number;
}

/** The pages that are kept once one of them is looked at. They stay in the order of their first visit, so that none moves on the page. */
export function withVisit(
  kept: readonly KeptPage[],
  pathname: string,
  location: Location,
): readonly KeptPage[] {
  const present = kept.find(it => it.pathname === pathname);
  const last = Math.max(0, ...kept.map(({ visit }) => visit));
  if (present?.location === location && present.visit === last) return kept;
  const page = { pathname, location, visit: last + 1 };
  if (present) return kept.map(it => (it === present ? page : it));
  const oldest = Math.min(...kept.map(({ visit }) => visit));
  return [
    ...kept.filter(it => kept.length < MOST_KEPT || it.visit !== oldest),
    page,
  ];
}

/** The same without the page that was looked at last. */
export function withoutLast(
  kept: readonly KeptPage[],
  shown: string,
): readonly KeptPage[] {
  const left = kept.filter(({ pathname }) => pathname !== shown);
  const last = Math.max(...left.map(({ visit }) => visit));
  return kept.filter(it => it.pathname === shown || it.visit !== last);
}
