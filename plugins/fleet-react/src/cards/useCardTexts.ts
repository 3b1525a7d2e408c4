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

import { translationApiRef, useApi } from '@backstage/frontend-plugin-api';
import { useMemo } from 'react';
import { CardText } from './CardText';

/**
 * Reads many titles at once, in the language of the portal. A title whose language has not been loaded yet is undefined.
 *
 * @param texts - keep it the same between renders
 *
 * @public
 */
export function useCardTexts(
  texts: readonly CardText[],
): readonly (string | undefined)[] {
  const translations = useApi(translationApiRef);
  return useMemo(
    () =>
      texts.map(text => {
        if (typeof text === 'string') return text;
        const snapshot = translations.getTranslation(text.ref);
        return snapshot.ready
          ? (snapshot.t as unknown as (key: string) => string)(text.key)
          : undefined;
      }),
    [texts, translations],
  );
}
