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
import { DialogHeader } from '@backstage/ui';
import {
  formatCount,
  formatExact,
} from '@quarterdeck/backstage-plugin-fleet-common';
import { ReactNode, useCallback, useId, useRef } from 'react';
import { useFleetCardHost } from '../../cards/FleetCardHost';
import { fleetReactTranslationRef } from '../../translation';
import { CardErrorBoundary } from '../CardErrorBoundary';
import type { CardFrameProps } from '../CardFrame';
import styles from '../CardFrame.module.css';
import { CardMessage } from '../CardMessage';
import { CardCommands } from './CardCommands';
import { CardSearchField } from './CardSearchField';
import { useCardContents } from './CardShell';
import { CardTools } from './CardTools';

/** A card as it is drawn, where it stands or over the whole window. */
export function CardPanel(
  props: CardFrameProps & {
    commands: CardCommands;
    canDownload: boolean;
    expanded: boolean;
    /** Drawn elsewhere meanwhile. */
    emptied: boolean;
    notice: ReactNode;
  },
) {
  const { title, description, badges, freshness, actions, footer } = props;
  const { commands, canDownload, expanded, emptied } = props;
  const { t } = useTranslationRef(fleetReactTranslationRef);
  const host = useFleetCardHost();
  const { searching, setSearching, setText, found } = useCardContents();
  const titleId = useId();
  const menuButton = useRef<HTMLButtonElement>(null);
  const collapsed = host?.collapsed === true && !expanded;
  const count = found ?? props.count;
  const closeSearch = useCallback(() => {
    setSearching(false);
    setText('');
    menuButton.current?.focus();
  }, [setSearching, setText]);
  return (
    <section
      className={styles.card}
      aria-labelledby={expanded ? undefined : titleId}
      aria-busy={props.busy || undefined}
      data-collapsed={collapsed || undefined}
      data-expanded={expanded || undefined}
      data-searching={searching || undefined}
    >
      <header className={styles.header}>
        {!expanded && host?.handle}
        {!expanded && (
          <h2
            id={titleId}
            className={styles.title}
            title={description ?? title}
          >
            {title}
          </h2>
        )}
        {count !== undefined && (
          <span
            className={styles.count}
            title={t('card.count', { total: formatExact(count) })}
          >
            {formatCount(count)}
          </span>
        )}
        <span className={styles.badges}>{badges}</span>
        <span className={styles.end}>
          {searching && !collapsed && !emptied && (
            <CardSearchField title={title} onClose={closeSearch} />
          )}
          <span className={styles.actions}>
            {actions}
            <CardTools
              title={title}
              collapsed={collapsed}
              expanded={expanded}
              onRefresh={props.onRefresh}
              canDownload={canDownload}
              commands={commands}
              button={menuButton}
            />
          </span>
          {freshness}
        </span>
        {expanded && (
          <DialogHeader className={styles.dialogTitle}>{title}</DialogHeader>
        )}
      </header>
      {!collapsed && (
        <>
          <div className={styles.body}>
            <CardErrorBoundary
              fallback={(error, retry) => (
                <CardMessage
                  tone="error"
                  title={t('card.crashTitle')}
                  text={t('card.crashText')}
                  details={`${error.name}: ${error.message}`}
                  onRetry={retry}
                />
              )}
            >
              {emptied ? undefined : props.children}
            </CardErrorBoundary>
          </div>
          {footer && <footer className={styles.footer}>{footer}</footer>}
        </>
      )}
      {!emptied && props.notice}
    </section>
  );
}
