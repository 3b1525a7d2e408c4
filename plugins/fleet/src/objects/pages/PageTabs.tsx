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

import { useFleetPath } from '@quarterdeck/backstage-plugin-fleet-react';
import { Link } from 'react-router-dom';
import styles from './pages.module.css';

/** The parts of a page as links, so that each can be sent to somebody. */
export function PageTabs(props: {
  label: string;
  tabs: readonly { id: string; label: string; path: string }[];
  shown: string;
}) {
  const { label, tabs, shown } = props;
  const fleetPath = useFleetPath();
  return (
    <nav aria-label={label} className={styles.tabs}>
      {tabs.map(({ id, label: word, path }) => (
        <Link
          key={id}
          to={fleetPath(path)}
          aria-current={id === shown ? 'page' : undefined}
          className={styles.tab}
        >
          {word}
        </Link>
      ))}
    </nav>
  );
}
