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
import { KeptPage, MOST_KEPT, withoutLast, withVisit } from './keptPages';

const at = (pathname: string, search = '') =>
  ({ pathname, search, key: pathname + search }) as any;

const visit = (kept: readonly KeptPage[], ...pathnames: string[]) =>
  pathnames.reduce(
    (before, pathname) => withVisit(before, pathname, at(pathname)),
    kept,
  );

const names = (kept: readonly KeptPage[]) =>
  kept.map(({ pathname }) => pathname).join(' ');

describe('pages that are kept', () => {
  it('stay in their places, each with its last address', () => {
    const three = visit([], '/a', '/b', '/c');
    const again = withVisit(three, '/a', at('/a', '?cluster=x'));
    expect(names(again)).toBe('/a /b /c');
    expect(again.map(({ location }) => location.search)).toEqual([
      '?cluster=x',
      '',
      '',
    ]);
    expect(again[1]).toBe(three[1]);
    expect(withVisit(again, '/a', again[0].location)).toBe(again);
  });

  it('are so many, of which the one goes first that was not looked at for longest', () => {
    const full = visit([], ...'12345678'.split('').map(it => `/${it}`));
    expect(full).toHaveLength(MOST_KEPT);
    const more = visit(full, '/1', '/9');
    expect(names(more)).toBe('/1 /3 /4 /5 /6 /7 /8 /9');
  });

  it('are without the one that was left, when that cannot stay', () => {
    const three = visit([], '/a', '/b', '/c');
    // Left for another dashboard, and for a page that is not kept.
    expect(names(withoutLast(visit(three, '/a'), '/a'))).toBe('/a /b');
    expect(names(withoutLast(three, '/nodes'))).toBe('/a /b');
    expect(withoutLast([], '/nodes')).toEqual([]);
  });
});
