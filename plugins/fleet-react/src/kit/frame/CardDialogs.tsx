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
import { Dialog, DialogBody, DialogHeader } from '@backstage/ui';
import { ComponentType, lazy, ReactNode, Suspense, useState } from 'react';
import { useCardText } from '../../cards/CardText';
import {
  FleetCardAction,
  FleetCardActionProps,
} from '../../cards/FleetCardAction';
import { useFleetCard } from '../../cards/FleetCardContext';
import { ViewState } from '../../client/ViewState';
import { fleetReactTranslationRef } from '../../translation';
import { CardErrorBoundary } from '../CardErrorBoundary';
import { CardMessage } from '../CardMessage';
import { CardSkeleton } from '../CardSkeleton';
import { ConfigureDialog } from '../configure/ConfigureDialog';
import { BugReportDialog } from './BugReportDialog';
import { CardDialogKind } from './CardCommands';
import styles from './dialogs.module.css';

function lazyAction(action: FleetCardAction) {
  return lazy<ComponentType<FleetCardActionProps>>(() =>
    action.loader().then(component => ({ default: component })),
  );
}

/** What a plugin does with a card, in a dialog over it. */
function ActionDialog(props: { action: FleetCardAction; onClose(): void }) {
  const { action, onClose } = props;
  const { t } = useTranslationRef(fleetReactTranslationRef);
  const title = useCardText(action.title);
  const card = useFleetCard();
  const [Content, setContent] = useState(() => lazyAction(action));
  return (
    <Dialog
      isOpen
      onOpenChange={open => !open && onClose()}
      width="min(720px, calc(100vw - 32px))"
      className={styles.dialog}
    >
      <DialogHeader>{title}</DialogHeader>
      <DialogBody className={styles.body}>
        <CardErrorBoundary
          fallback={(error, retry) => (
            <CardMessage
              tone="error"
              title={t('card.actionCrashTitle')}
              details={`${error.name}: ${error.message}`}
              onRetry={() => {
                // A failed load is remembered by `lazy`.
                setContent(() => lazyAction(action));
                retry();
              }}
            />
          )}
        >
          <Suspense
            fallback={
              <div className={styles.loading}>
                <CardSkeleton />
              </div>
            }
          >
            {card && <Content card={card} onClose={onClose} />}
          </Suspense>
        </CardErrorBoundary>
      </DialogBody>
    </Dialog>
  );
}

/** The card over the whole window. */
export function ExpandedCard(props: { children: ReactNode; onClose(): void }) {
  return (
    <Dialog
      isOpen
      onOpenChange={open => !open && props.onClose()}
      className={styles.expanded}
    >
      <DialogBody className={styles.page}>{props.children}</DialogBody>
    </Dialog>
  );
}

/** The dialog that was asked for in a card's menu. */
export function CardDialog(props: {
  kind: CardDialogKind;
  title: string;
  view: ViewState<any, any> | undefined;
  onClose(): void;
}) {
  const { kind, title, view, onClose } = props;
  if (kind === 'configure') return <ConfigureDialog onClose={onClose} />;
  if (kind === 'report') {
    return <BugReportDialog title={title} view={view} onClose={onClose} />;
  }
  return <ActionDialog action={kind} onClose={onClose} />;
}
