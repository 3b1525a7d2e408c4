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
import { filtersOfView } from '@quarterdeck/backstage-plugin-fleet-common';
import { ViewState } from '../client/ViewState';
import { useFleetFilters } from '../scope/FleetFilters';
import { fleetReactTranslationRef } from '../translation';
import { Badge } from './Badge';

/** Says that a card does not obey what its page is narrowed to by words or status. */
export function FilterBadge(props: { view: ViewState<any, any> }) {
  const { source } = props.view;
  const { statuses, text } = useFleetFilters();
  const { t } = useTranslationRef(fleetReactTranslationRef);
  if (!source) return undefined;
  const obeyed = filtersOfView(source.view);
  const all =
    (statuses && !obeyed.statuses) || (text !== undefined && !obeyed.text);
  return all ? (
    <Badge text={t('filter.notNarrowed')} hint={t('filter.notNarrowedHint')} />
  ) : undefined;
}
