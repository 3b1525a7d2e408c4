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
  ReactNode,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { useFleetCardHost } from '../cards/FleetCardHost';
import { ViewState } from '../client/ViewState';
import '../theme/tokens.css';
import { useCsvDownload } from './csv/useCsvDownload';
import { CardCommands, CardDialogKind } from './frame/CardCommands';
import { CardDialog, ExpandedCard } from './frame/CardDialogs';
import { CardNotice, CardNoticeContent } from './frame/CardNotice';
import { CardPanel } from './frame/CardPanel';
import { CardShell, useCardContents } from './frame/CardShell';

/**
 * Properties of {@link CardFrame}.
 *
 * @public
 */
export interface CardFrameProps {
  title: string;
  description?: string;
  /** Things in all, shown beside the title. */
  count?: number;
  /** Marks beside the title, such as missing clusters or demo data. */
  badges?: ReactNode;
  /** Stands at the right of the header. */
  freshness?: ReactNode;
  /** Buttons that show when the card is pointed at or focused. */
  actions?: ReactNode;
  onRefresh?: () => void;
  footer?: ReactNode;
  busy?: boolean;
  /** The view that it shows: its rows can be saved as a file, and a report of a problem tells of it. */
  view?: ViewState<any, any>;
  children?: ReactNode;
}

/**
 * The frame of every card: a header of one line, a body from edge to edge, and a footer when there is something to say. Its menu offers
 * what its content and the place that it stands on can do. An error while drawing the body stays inside.
 *
 * @public
 */
export function CardFrame(props: CardFrameProps) {
  return (
    <CardShell>
      <Frame {...props} />
    </CardShell>
  );
}

function hasRows(view: ViewState<any, any> | undefined): boolean {
  if (!view || view.status === 'denied' || view.status === 'loading') {
    return false;
  }
  return view.rows.length > 0;
}

function Frame(props: CardFrameProps) {
  const { title, view } = props;
  const host = useFleetCardHost();
  const contents = useCardContents();
  const [expanded, setExpanded] = useState(false);
  const [dialog, setDialog] = useState<CardDialogKind>();
  const [notice, setNotice] = useState<CardNoticeContent>();
  const closeNotice = useCallback(() => setNotice(undefined), []);
  const download = useCsvDownload(setNotice);

  const latest = useRef({ title, view, host, contents });
  useEffect(() => {
    latest.current = { title, view, host, contents };
  });
  const commands = useMemo<CardCommands>(
    () => ({
      expand: () => {
        setExpanded(true);
        latest.current.host?.onViewed?.();
      },
      open: setDialog,
      say: setNotice,
      download: () => {
        const now = latest.current;
        if (!now.view) return;
        download(now.title, now.view, now.contents.shownRows());
      },
    }),
    [download],
  );
  const panel = {
    ...props,
    commands,
    canDownload: hasRows(view),
    notice: <CardNotice notice={notice} onClose={closeNotice} />,
  };
  return (
    <>
      <CardPanel {...panel} expanded={false} emptied={expanded} />
      {expanded && (
        <ExpandedCard onClose={() => setExpanded(false)}>
          <CardPanel {...panel} expanded emptied={false} />
        </ExpandedCard>
      )}
      {dialog && (
        <CardDialog
          kind={dialog}
          title={title}
          view={view}
          onClose={() => setDialog(undefined)}
        />
      )}
    </>
  );
}
