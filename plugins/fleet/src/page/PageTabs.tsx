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

import { NavLink } from 'react-router-dom';
import styles from './PageTabs.module.css';

/** One tab of a page: its own address. */
export interface PageTab {
  id: string;
  label: string;
  /** Absolute, as `useFleetPath` gives it. */
  href: string;
  /** Shown beside the label; absent when it is not known. */
  count?: string;
}

/** The tabs of a page as links, so that each can be opened, shared and gone back to. The first one stands at the page's own address. */
export function PageTabs(props: { label: string; tabs: readonly PageTab[] }) {
  const { label, tabs } = props;
  return (
    <nav aria-label={label} className={styles.tabs}>
      <ul className={styles.list}>
        {tabs.map(({ id, label: word, href, count }, index) => (
          <li key={id}>
            <NavLink to={href} end={index === 0} className={styles.tab}>
              {word}
              {count !== undefined && (
                <span className={styles.count}>{count}</span>
              )}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
