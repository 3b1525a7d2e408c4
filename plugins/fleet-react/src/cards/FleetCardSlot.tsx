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
  ExtensionBoundary,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import { Suspense, useMemo } from 'react';
import { CardErrorBoundary } from '../kit/CardErrorBoundary';
import { CardFrame } from '../kit/CardFrame';
import { CardMessage } from '../kit/CardMessage';
import { CardSkeleton } from '../kit/CardSkeleton';
import { CardShell } from '../kit/frame/CardShell';
import { FleetScope } from '../scope/FleetScope';
import { fleetReactTranslationRef } from '../translation';
import { CardContent } from './CardContent';
import { useCardText } from './CardText';
import { FleetCard } from './FleetCard';
import {
  FleetCardContext,
  PlacedCardContext,
  usePlacedCard,
} from './FleetCardContext';
import { placeCard } from './placeCard';
import { useCardScope } from './useCardScope';

/**
 * Properties of {@link FleetCardSlot}.
 *
 * @public
 */
export interface FleetCardSlotProps {
  card: FleetCard;
  /** Only its frame for now. */
  waiting?: boolean;
  /** In place of the card's own title. */
  title?: string;
  /** Settings by the card's schema, over those of its extension. */
  config?: Readonly<Record<string, unknown>>;
}

/**
 * Draws one card wherever it is wanted. While its code loads, when that fails and when its settings are wrong, the frame is there all
 * the same. What can be done with it there is said by a surrounding `FleetCardHostProvider`.
 *
 * @public
 */
export function FleetCardSlot(props: FleetCardSlotProps) {
  const { card: extension, waiting = false, title, config } = props;
  const settings = JSON.stringify(config);
  const placed = useMemo(
    () => ({
      extension,
      title,
      config: settings === undefined ? undefined : JSON.parse(settings),
    }),
    [extension, title, settings],
  );
  const card = useMemo(() => placeCard(placed), [placed]);
  return (
    <PlacedCardContext.Provider value={placed}>
      <FleetCardContext.Provider value={card}>
        <CardShell>
          <Slot key={card.id} card={card} waiting={waiting} />
        </CardShell>
      </FleetCardContext.Provider>
    </PlacedCardContext.Provider>
  );
}

function Slot(props: { card: FleetCard; waiting: boolean }) {
  const { card, waiting } = props;
  const { node } = card;
  const title = useCardText(card.title) ?? '';
  const description = useCardText(card.description);
  const { t } = useTranslationRef(fleetReactTranslationRef);
  const { scope, elsewhere } = useCardScope(card);

  if (card.configError !== undefined) {
    return (
      <CardFrame title={title} description={description}>
        <InvalidSettings card={card} error={card.configError} />
      </CardFrame>
    );
  }
  if (elsewhere) {
    return (
      <CardFrame title={title} description={description}>
        <CardMessage
          title={t('card.elsewhereTitle')}
          text={t('card.elsewhereText')}
        />
      </CardFrame>
    );
  }
  const frame = (
    <CardFrame title={title} description={description} busy>
      <CardSkeleton />
    </CardFrame>
  );
  if (waiting) return frame;
  const content = (
    <CardErrorBoundary
      fallback={(error, retry) => (
        <CardFrame title={title} description={description}>
          <CardMessage
            tone="error"
            title={t('card.crashTitle')}
            text={t('card.crashText')}
            details={`${error.name}: ${error.message}`}
            onRetry={retry}
          />
        </CardFrame>
      )}
    >
      <Suspense fallback={frame}>
        <FleetScope {...scope}>
          <CardContent card={card} fallback={frame} />
        </FleetScope>
      </Suspense>
    </CardErrorBoundary>
  );
  return node ? (
    <ExtensionBoundary node={node}>{content}</ExtensionBoundary>
  ) : (
    content
  );
}

function InvalidSettings(props: { card: FleetCard; error: string }) {
  const { card, error } = props;
  const { t } = useTranslationRef(fleetReactTranslationRef);
  const placed = usePlacedCard();
  // What the app's configuration says is nothing that people can set right here.
  const byPerson = placed?.extension.configError === undefined;
  return (
    <CardMessage
      tone="error"
      title={t('card.configTitle')}
      text={t(byPerson ? 'card.configPlacedText' : 'card.configText')}
      details={`${card.id}: ${error}`}
    />
  );
}
