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
import { configApiRef, useApi } from '@backstage/frontend-plugin-api';
import {
  fleetCardsApiRef,
  fleetDashboardTemplatesApiRef,
  loadCard,
} from '@quarterdeck/backstage-plugin-fleet-react';
import { useEffect, useRef } from 'react';
import {
  useDashboardList,
  useDashboardLoader,
} from '../../dashboards/dashboardQueries';
import { enabledDashboards } from '../../dashboards/enabledDashboards';
import { OPERATIONS } from '../../dashboards/templates/coreTemplates';
import { templateContent } from '../../dashboards/templates/templateContent';
import { MOST_KEPT } from '../kept/keptPages';
import { prefetchWhenIdle } from './prefetchWhenIdle';
import { sectionCode } from './sectionCode';

/**
 * Loads ahead, once the first screen is there, what is a click away: the person's pinned and first dashboards and the code of their cards,
 * then that of the templates and sections that the portal's configuration names.
 */
export function usePrefetch(): void {
  const config = useApi(configApiRef);
  const installed = useApi(fleetCardsApiRef).list();
  const templates = useApi(fleetDashboardTemplatesApiRef).list();
  const load = useDashboardLoader();
  const { dashboards } = useDashboardList();
  const own = useRef<string[]>([]);
  own.current = (dashboards ?? [])
    .filter(it => it.pinned !== undefined || it.isDefault)
    .slice(0, MOST_KEPT)
    .map(({ slug }) => slug);

  useEffect(() => {
    const isEnabled = enabledDashboards(config);
    const codeOf = (ids: readonly string[]) =>
      installed
        .filter(({ id }) => ids.includes(id))
        .map(card => () => loadCard(card));
    function* loads() {
      const wanted: string[] = [];
      for (const slug of own.current) {
        yield async () => {
          const { content } = await load(slug);
          wanted.push(...content.cards.map(({ card }) => card));
        };
      }
      yield* codeOf(wanted);
      // What nobody has named is loaded when it is come to.
      const isNamed = config.has('fleet.enabledDashboards');
      for (const template of templates) {
        if (!isNamed && template.slug !== OPERATIONS) continue;
        const { cards } = templateContent(template, installed);
        yield* codeOf(cards.map(({ card }) => card));
      }
      for (const [section, code] of Object.entries(sectionCode)) {
        if (isNamed && isEnabled(section)) yield code;
      }
    }
    return prefetchWhenIdle(loads());
  }, [config, installed, templates, load]);
}
