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

import { ViewRef } from '@quarterdeck/backstage-plugin-fleet-common';
import { useEffect } from 'react';
import { useCardSearch } from '../frame/CardSearch';

/** What is looked for in the surrounding card, where the view is a collection, whose rows the server searches. */
export function useServerSearch(
  ref: ViewRef<any, any, any>,
): string | undefined {
  const search = useCardSearch();
  const offer = ref.sorts.length > 0 ? search?.offer : undefined;
  useEffect(() => offer?.({}), [offer]);
  return (offer && search?.text) || undefined;
}
