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
  TranslationRef,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import { useMemo } from 'react';
import { fleetReactTranslationRef } from '../translation';

/**
 * A text of an extension: as it is, or a message that is translated where it is shown.
 *
 * @public
 */
export type CardText =
  string | { readonly ref: TranslationRef<string, any>; readonly key: string };

/**
 * Names a message of a translation reference, for the title or description of a card.
 *
 * @public
 */
export function cardText<TMessages extends { [key in string]: string }>(
  ref: TranslationRef<string, TMessages>,
  key: keyof TMessages & string,
): CardText {
  return { ref, key };
}

/**
 * The text in the language of the reader.
 *
 * @public
 */
export function useCardText(text: CardText | undefined): string | undefined {
  const [message, plain] =
    typeof text === 'object' ? [text, undefined] : [undefined, text];
  const { t } = useTranslationRef(
    message?.ref ?? (fleetReactTranslationRef as TranslationRef<string, any>),
  );
  const key = message?.key;
  return useMemo(
    () =>
      key === undefined
        ? plain
        : (t as unknown as (key: string) => string)(key),
    [t, key, plain],
  );
}
