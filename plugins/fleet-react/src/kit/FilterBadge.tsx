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

/** Says that a card shows things of every status, on a page that is narrowed to some. */
export function FilterBadge(props: { view: ViewState<any, any> }) {
  const { source } = props.view;
  const { statuses } = useFleetFilters();
  const { t } = useTranslationRef(fleetReactTranslationRef);
  if (!statuses || !source || filtersOfView(source.view).statuses) return null;
  return (
    <Badge text={t('filter.everyStatus')} hint={t('filter.everyStatusHint')} />
  );
}
