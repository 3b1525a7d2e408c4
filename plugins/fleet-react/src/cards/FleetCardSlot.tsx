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
import { ComponentType, lazy, Suspense, useState } from 'react';
import { CardErrorBoundary } from '../kit/CardErrorBoundary';
import { CardFrame } from '../kit/CardFrame';
import { CardMessage } from '../kit/CardMessage';
import { CardSkeleton } from '../kit/CardSkeleton';
import { fleetReactTranslationRef } from '../translation';
import { useCardText } from './CardText';
import { FleetCard } from './FleetCard';
import { FleetCardContext } from './FleetCardContext';

function lazyContent(card: FleetCard): ComponentType {
  return lazy(() => card.loader().then(component => ({ default: component })));
}

/**
 * Draws one card wherever it is wanted. While its code loads, when that fails and when its settings are wrong, the frame is there all
 * the same.
 *
 * @public
 */
export function FleetCardSlot(props: {
  card: FleetCard;
  /** Only its frame for now. */
  waiting?: boolean;
}) {
  const { card, waiting = false } = props;
  const { node } = card;
  const title = useCardText(card.title) ?? '';
  const description = useCardText(card.description);
  const { t } = useTranslationRef(fleetReactTranslationRef);
  const [Content, setContent] = useState(() => lazyContent(card));

  if (card.configError !== undefined) {
    return (
      <CardFrame title={title} description={description}>
        <CardMessage
          tone="error"
          title={t('card.configTitle')}
          text={t('card.configText')}
          details={`${card.id}: ${card.configError}`}
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
    <FleetCardContext.Provider value={card}>
      <CardErrorBoundary
        fallback={(error, retry) => (
          <CardFrame title={title} description={description}>
            <CardMessage
              tone="error"
              title={t('card.crashTitle')}
              text={t('card.crashText')}
              details={`${error.name}: ${error.message}`}
              onRetry={() => {
                // A failed load is remembered by `lazy`.
                setContent(() => lazyContent(card));
                retry();
              }}
            />
          </CardFrame>
        )}
      >
        <Suspense fallback={frame}>
          <Content />
        </Suspense>
      </CardErrorBoundary>
    </FleetCardContext.Provider>
  );
  return node ? (
    <ExtensionBoundary node={node}>{content}</ExtensionBoundary>
  ) : (
    content
  );
}
