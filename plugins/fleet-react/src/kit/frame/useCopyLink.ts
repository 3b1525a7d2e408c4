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
import { useCallback } from 'react';
import { fleetReactTranslationRef } from '../../translation';
import { CardNoticeContent } from './CardNotice';

/** Copies an address and says so; where the browser does not allow it the address itself is said. */
export function useCopyLink(
  say: (notice: CardNoticeContent) => void,
): (link: string) => Promise<void> {
  const { t } = useTranslationRef(fleetReactTranslationRef);
  return useCallback(
    async link => {
      try {
        // Absent where the page is not served over https.
        await navigator.clipboard.writeText(link);
        say({ text: t('card.linkCopied'), passing: true });
      } catch {
        say({ text: link });
      }
    },
    [say, t],
  );
}
