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
import { Button } from '@backstage/ui';
import { fleetReactTranslationRef } from '../../translation';
import { CardMessage } from '../CardMessage';
import { useCardSearch } from './CardSearch';

/** Stands in place of rows when a search within the card finds none. */
export function NothingFound(props: { text: string }) {
  const { t } = useTranslationRef(fleetReactTranslationRef);
  const search = useCardSearch();
  return (
    <CardMessage
      title={t('card.notFound', { text: props.text })}
      action={
        search?.text && (
          <Button size="small" variant="secondary" onPress={search.clear}>
            {t('card.showAll')}
          </Button>
        )
      }
    />
  );
}
