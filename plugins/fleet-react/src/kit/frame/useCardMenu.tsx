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
  RiArrowDownSLine,
  RiArrowUpSLine,
  RiBugLine,
  RiCodeSSlashLine,
  RiDeleteBinLine,
  RiDownload2Line,
  RiExchangeLine,
  RiFullscreenLine,
  RiLinkM,
  RiRefreshLine,
  RiSearchLine,
  RiSettings3Line,
} from '@remixicon/react';
import { ReactElement } from 'react';
import { useFleetCard } from '../../cards/FleetCardContext';
import {
  FleetCardHostMenuItem,
  FleetCardHostSubmenu,
  useFleetCardHost,
} from '../../cards/FleetCardHost';
import { fleetReactTranslationRef } from '../../translation';
import { CardCommands } from './CardCommands';
import { useCardContents } from './CardShell';
import { useCopyLink } from './useCopyLink';

/** One entry of a card's menu. */
export interface CardMenuEntry {
  id: string;
  label: string;
  icon?: ReactElement;
  danger?: boolean;
  /** Absent of one that opens a menu of its own. */
  onAction?(): void;
  items?: readonly CardMenuEntry[];
}

function hostEntry(
  item: FleetCardHostMenuItem | FleetCardHostSubmenu,
): CardMenuEntry {
  const { id, label, icon } = item;
  return {
    id: `host-${id}`,
    label,
    icon,
    ...('items' in item
      ? { items: item.items.map(hostEntry) }
      : { onAction: () => item.onAction() }),
  };
}

/** What is wanted of {@link useCardMenu}. */
export interface CardMenuOptions {
  commands: CardCommands;
  onRefresh?: () => void;
  canDownload: boolean;
  /** It fills the screen already. */
  expanded: boolean;
}

/** The entries of a card's menu, in groups. What neither the card nor its place can do is not there. */
export function useCardMenu(options: CardMenuOptions): CardMenuEntry[][] {
  const { commands, onRefresh, canDownload, expanded } = options;
  const { t } = useTranslationRef(fleetReactTranslationRef);
  const { searchable, setSearching } = useCardContents();
  const host = useFleetCardHost();
  const card = useFleetCard();
  const copyLink = useCopyLink(commands.say);
  const entry = (
    id: string,
    label: string,
    icon: ReactElement | undefined,
    onAction: (() => void) | undefined | false,
  ): CardMenuEntry[] => (onAction ? [{ id, label, icon, onAction }] : []);
  const { collapsed = false, link, embedLink } = host ?? {};
  // What moves or removes the card makes no sense while it fills the screen.
  const placed = expanded ? undefined : host;
  return [
    [
      ...entry(
        'search',
        t('card.search'),
        <RiSearchLine />,
        searchable && (!collapsed || expanded) && (() => setSearching(true)),
      ),
      ...entry('refresh', t('card.refreshNow'), <RiRefreshLine />, onRefresh),
      ...entry(
        'expand',
        t('card.expand'),
        <RiFullscreenLine />,
        !expanded && commands.expand,
      ),
      ...entry(
        'collapse',
        t(collapsed ? 'card.uncollapse' : 'card.collapse'),
        collapsed ? <RiArrowDownSLine /> : <RiArrowUpSLine />,
        placed?.setCollapsed && (() => placed.setCollapsed?.(!collapsed)),
      ),
    ],
    [
      ...entry(
        'configure',
        t('card.configure'),
        <RiSettings3Line />,
        card && host?.configure && (() => commands.open('configure')),
      ),
      ...entry(
        'replace',
        t('card.replace'),
        <RiExchangeLine />,
        placed?.replace && (() => placed.replace?.()),
      ),
      ...(placed?.menuItems ?? []).map(hostEntry),
    ],
    [
      ...entry(
        'link',
        t('card.copyLink'),
        <RiLinkM />,
        link !== undefined && (() => copyLink(link)),
      ),
      ...entry(
        'embed',
        t('card.copyEmbedLink'),
        <RiCodeSSlashLine />,
        embedLink !== undefined && (() => copyLink(embedLink)),
      ),
      ...entry(
        'csv',
        t('csv.download'),
        <RiDownload2Line />,
        canDownload && commands.download,
      ),
      ...entry('report', t('report.menu'), <RiBugLine />, () =>
        commands.open('report'),
      ),
    ],
    placed?.remove
      ? [
          {
            id: 'remove',
            label: t('card.remove'),
            icon: <RiDeleteBinLine />,
            danger: true,
            onAction: () => placed.remove?.(),
          },
        ]
      : [],
  ];
}
