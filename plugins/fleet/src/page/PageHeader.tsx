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

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  useFleetPath,
  usePageShown,
} from '@quarterdeck/backstage-plugin-fleet-react';
import { ReactNode, useEffect, useRef } from 'react';
import { Link, useLocation } from 'react-router-dom';
import { fleetTranslationRef } from '../translation';
import { ConnectionState } from './ConnectionState';
import styles from './PageHeader.module.css';
import { TimeMenu } from './TimeMenu';

/** A page above this one. */
export interface Crumb {
  label: string;
  /** Relative to the page of the fleet. */
  path: string;
}

/** Properties of {@link PageHeader}. */
export interface PageHeaderProps {
  /** The page's own path relative to the page of the fleet, without its tab: another path is another page. */
  path: string;
  /** What it is called, in the heading and in the browser's tab. */
  title: string;
  /** Drawn in the heading in place of the title. */
  heading?: ReactNode;
  /** The pages above it, outermost first, without the fleet itself. */
  crumbs?: readonly Crumb[];
  /** Stands beside the heading, such as a state. */
  aside?: ReactNode;
  /** Buttons at the right. */
  actions?: ReactNode;
}

function useDocumentTitle(title: string, shown: boolean) {
  useEffect(() => {
    if (!shown) return undefined;
    const previous = document.title;
    document.title = title;
    return () => {
      document.title = previous;
    };
  }, [title, shown]);
}

/** The start of every page of the fleet: where it is, what it is called, how it is connected. Takes the focus when the page is come to. */
export function PageHeader(props: PageHeaderProps) {
  const { path, title, heading, crumbs = [], aside, actions } = props;
  const { t } = useTranslationRef(fleetTranslationRef);
  const fleetPath = useFleetPath();
  const h1 = useRef<HTMLHeadingElement>(null);
  const { key } = useLocation();
  const shown = usePageShown();
  // React Router's word for the address that the tab was opened with: there the browser's own start of the page is right.
  const opened = key === 'default';

  useDocumentTitle(
    [title, ...crumbs.map(it => it.label).reverse(), t('page.title')]
      .filter((word, at, all) => all.indexOf(word) === at)
      .join(' · '),
    shown,
  );
  useEffect(() => {
    if (shown && !opened) h1.current?.focus({ preventScroll: true });
    // Tabs and filters change the address too, and stay on the page.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [path, shown]);

  return (
    <header className={styles.header}>
      {crumbs.length > 0 && (
        <nav aria-label={t('page.breadcrumbs')} className={styles.crumbs}>
          <ol>
            {[{ label: t('page.title'), path: '' }, ...crumbs].map(crumb => (
              <li key={crumb.path}>
                <Link to={fleetPath(crumb.path)}>{crumb.label}</Link>
              </li>
            ))}
          </ol>
        </nav>
      )}
      <div className={styles.line}>
        <h1 ref={h1} tabIndex={-1} className={styles.title}>
          {heading ?? title}
        </h1>
        {aside}
        <div className={styles.end}>
          {actions}
          <TimeMenu />
          <ConnectionState />
        </div>
      </div>
    </header>
  );
}
